package io.tongqi.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.SmallForce;
import io.tongqi.SparkTest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ready-made views over two nights, between which a record came late and one was cleared. */
class GoldViewsIT extends SparkTest {
  private static final String LAST_MONTH =
      "window = 'last_month' AND category_group = 'theft' AND area = 'smallton' AND as_of = DATE'2024-06-01'";

  @TempDir private static Path folder;
  private static SmallForce force;

  @BeforeAll
  static void runTwoNights() {
    emptyTables(folder.resolve("warehouse"));
    force = new SmallForce(folder).twoNights();
  }

  private static List<String> rows(String sql) {
    return force.query(spark(), sql + " ORDER BY ALL");
  }

  @Test
  void shouldTellWhatChangedOfTheSameDays() {
    assertThat(
            rows(
                "SELECT measure, year, earlier_as_of, earlier_value, value, difference FROM gold.what_changed WHERE "
                    + LAST_MONTH))
        .containsExactly(
            "cases_cleared 2024 2024-05-31 0 1 1",
            "cases_filed 2024 2024-05-31 1 2 1",
            "incidents_reported 2024 2024-05-31 1 2 1",
            "loss 2024 2024-05-31 1250 4250 3000");
  }

  @Test
  void shouldShowHeadlineFiguresAsTheyArePublished() {
    assertThat(
            rows(
                "SELECT metric, metric_name_en, shown, prior_shown, change_shown FROM gold.headline WHERE metric IN"
                    + " ('incidents_reported', 'cohort_clearance_rate') AND "
                    + LAST_MONTH))
        .containsExactly(
            "cohort_clearance_rate Cohort clearance rate 50.0 0.0 50.0",
            "incidents_reported Incidents reported 2.0 2.0 0.0");
  }

  @Test
  void shouldListWhatCanBeClaimedAndWhatTheRecordsCannotCarry() {
    assertThat(
            rows(
                "SELECT metric, record, reason_en FROM gold.records WHERE vintage = 'latest' AND metric IN"
                    + " ('cases_cleared', 'incidents_reported') AND "
                    + LAST_MONTH))
        .containsExactly(
            "cases_cleared best 2024 with 1 case is the highest of the 2 same periods of 2023 to 2024; next is 2023 with 0 cases");
  }

  @Test
  void shouldShowEachStation() {
    assertThat(
            rows(
                "SELECT station, incidents_reported, incidents_change_pct, cases_filed, cases_cleared, loss_yuan FROM"
                    + " gold.station_scorecard WHERE "
                    + LAST_MONTH.replace("area = 'smallton'", "true")))
        .containsExactly("101 1 -50.0 1 1 12.50", "102 1 null 1 0 30.00");
  }
}
