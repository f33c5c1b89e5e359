package io.tongqi.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.SmallForce;
import io.tongqi.SmallForce.Outcome;
import io.tongqi.SparkTest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Past month ends of one warehouse: published, changed by a late delivery, published again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BackfillIT extends SparkTest {
  private static final String REPORTED =
      "SELECT as_of, incidents_reported FROM gold.period_facts WHERE vintage = 'latest'"
          + " AND window = 'year_to_date' AND year = 2024 AND area_level = 'force'"
          + " AND category_group = 'all' ORDER BY as_of";
  private static final String FIGURES =
      "SELECT * FROM gold.decade_comparison WHERE as_of < DATE'2024-03-31'"
          + " ORDER BY as_of, vintage, window, area_level, area, category_group, metric";

  @TempDir private static Path folder;
  private SmallForce force;

  @Test
  @Order(1)
  void shouldPublishPastMonthEndsEachAsKnownThen() {
    // given
    force =
        new SmallForce(folder)
            .deliver("calls-2024-01.csv", "A1,1,101,bicycle,2024-01-05,2024-01-05,,")
            .deliver("calls-2024-02.csv", "B1,1,101,bicycle,2024-02-05,,,")
            .deliver("calls-2024-03.csv", "C1,1,102,brawl,2024-03-05,,,");
    assertThat(force.run("nightly", "--as-of", "2024-03-31").code()).isZero();

    // when
    Outcome backfill = force.run("backfill", "2024-01-01", "2024-03-30");

    // then
    assertThat(backfill.code()).as(backfill.err()).isZero();
    assertThat(backfill.out())
        .contains("release 2024-01-31.1, known at 2024-01-31")
        .contains("release 2024-02-29.1, known at 2024-02-29")
        .doesNotContain("release 2024-03");
    assertThat(force.query(spark(), REPORTED))
        .containsExactly("2024-01-31 1", "2024-02-29 2", "2024-03-31 3");
    assertThat(
            force.query(
                spark(),
                "SELECT known_at, sum(lines_in_quarantine) FROM gold.period_facts"
                    + " JOIN gold.releases USING (as_of) GROUP BY known_at ORDER BY known_at"))
        .containsExactly("2024-01-31 0", "2024-02-29 0", "2024-03-31 0");
  }

  @Test
  @Order(2)
  void shouldGiveIdenticalRowsWhenNothingChanged() {
    // given
    List<String> before = force.query(spark(), FIGURES);

    // when
    Outcome kept = force.run("backfill", "2024-01-01", "2024-03-30");
    Outcome again = force.run("backfill", "2024-01-01", "2024-03-30", "--republish");

    // then
    assertThat(kept.out())
        .contains("2024-01-31 is published already, as release 2024-01-31.1; --republish");
    assertThat(again.out()).contains("release 2024-02-29.2, known at 2024-02-29");
    assertThat(before).hasSizeGreaterThan(1_000);
    assertThat(force.query(spark(), FIGURES)).isEqualTo(before);
  }

  @Test
  @Order(3)
  void shouldTellWhatALateDeliveryChangesOfWhatIsPublishedAndLeaveThatAsItIs() {
    // given
    force.deliver("calls-2024-02-late.csv", "B2,1,102,brawl,2024-02-20,,,");

    // when
    Outcome night = force.run("nightly", "--as-of", "2024-04-01");

    // then
    assertThat(night.code()).as(night.err()).isZero();
    assertThat(night.out())
        .contains(
            "  published release 2024-02-29.2 would change from 1 January on: incidents_reported of"
                + " all 2 → 3; jobs/tongqi backfill 2024-02-29 2024-02-29 --republish publishes it"
                + " again\n")
        .contains("  published release 2024-03-31.1 would change from 1 January on:")
        .contains("incidents_reported of all 3 → 4; ")
        .doesNotContain("published release 2024-01-31");
    assertThat(force.read("warehouse/run.json"))
        .contains("\"release\" : \"2024-02-29.2\"", "\"old_value\" : 2", "\"new_value\" : 3");
    assertThat(force.query(spark(), REPORTED))
        .containsExactly("2024-01-31 1", "2024-02-29 2", "2024-03-31 3", "2024-04-01 4");
  }

  @Test
  @Order(4)
  void shouldRepublishOnRequestAndKeepTheEarlierRelease() {
    // when
    Outcome again = force.run("backfill", "2024-02-29", "2024-02-29", "--republish");

    // then
    assertThat(again.out()).contains("release 2024-02-29.3, known at 2024-02-29");
    assertThat(force.query(spark(), REPORTED))
        .containsExactly("2024-01-31 1", "2024-02-29 3", "2024-03-31 3", "2024-04-01 4");
    assertThat(force.run("query", "--release", "2024-02-29.2", "--format", "csv", REPORTED).out())
        .contains("2024-02-29,2\n");
  }

  @Test
  @Order(5)
  void shouldRefuseASpanWithoutADayToPublish() {
    Outcome none = force.run("backfill", "2024-02-01", "2024-02-28");
    Outcome early = force.run("backfill", "2024-02-29", "2024-02-29", "--known-at", "2024-02-28");

    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err())
        .startsWith(
            "tongqi: backfill 2024-02-01 2024-02-28: there is no day to publish between them; ");
    assertThat(early.code()).isEqualTo(2);
    assertThat(early.err())
        .startsWith("tongqi: --known-at: 2024-02-28 is before --as-of 2024-02-29");
  }
}
