package io.tongqi.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.LaterDays;
import io.tongqi.SmallForce;
import io.tongqi.SmallForce.Outcome;
import io.tongqi.SparkTest;
import io.tongqi.settings.Settings;
import io.tongqi.settings.SettingsFile;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HousekeepingIT extends SparkTest {
  private static final String RAW =
      "SELECT raw, reason, status, rejected_as_of FROM bronze.quarantine ORDER BY line";

  private static final String COUNT = "SELECT sum(incidents_reported) FROM gold.period_facts";

  @TempDir private Path folder;

  @Test
  void shouldRemoveWhatNoReadableReleaseNeedsAndSayWhereItStands() {
    // given
    SmallForce force =
        new SmallForce(folder)
            .deliver("calls-2024-01.csv", "A1,1,101,bicycle,2024-01-05,2024-01-05,,");
    assertThat(force.run("nightly", "--as-of", "2024-01-31").code()).isZero();
    assertThat(force.run("backfill", "2024-01-31", "2024-01-31", "--republish").code()).isZero();
    LaterDays.pass(new Tables(spark(), folder.resolve("warehouse").toString()), 40);

    // when
    List<String> weekday = keepHouse(force, "2024-03-02");
    List<String> sunday = keepHouse(force, "2024-03-03");
    Outcome replaced = force.run("query", "--release", "2024-01-31.1", COUNT);
    Outcome standing = force.run("query", "--release", "2024-01-31.2", COUNT);

    // then
    assertThat(weekday).isEmpty();
    assertThat(sunday).contains("removed old files of gold.period_facts");
    assertThat(replaced.code()).isEqualTo(2);
    assertThat(replaced.err())
        .isEqualTo(
            "tongqi: reading release 2024-01-31.1: its files were removed when they were older than"
                + " release_days allows; it was replaced by release 2024-01-31.2, which stands in"
                + " gold where as_of = DATE'2024-01-31'\n");
    assertThat(standing.code()).as(standing.err()).isZero();
  }

  @Test
  void shouldBlankTheTextsOfRejectedLinesAfterTheDaysThatTheyAreKept() {
    // given
    SmallForce force = keepingTexts(10);

    // when
    force.run("ingest", "--as-of", "2024-01-31");
    List<String> kept = force.query(spark(), RAW);
    List<String> early = keepHouse(force, "2024-02-09");
    List<String> stillKept = force.query(spark(), RAW);
    List<String> late = keepHouse(force, "2024-02-10");

    // then
    assertThat(kept).containsExactly("A2,1,999,x,2024-01-06,,, unknown_station open 2024-01-31");
    assertThat(stillKept).isEqualTo(kept);
    assertThat(early).isEmpty();
    assertThat(late).contains("blanked old texts in quarantine");
    assertThat(force.query(spark(), RAW)).containsExactly(" unknown_station open 2024-01-31");
  }

  @Test
  void shouldKeepNoTextAtAllWhereNoneIsWanted() {
    // given
    SmallForce force = keepingTexts(0);

    // when
    force.run("ingest", "--as-of", "2024-01-31");

    // then
    assertThat(force.query(spark(), RAW)).containsExactly(" unknown_station open 2024-01-31");
  }

  @Test
  void shouldGatherTheFilesOfATableThatHasMany() {
    // given
    Tables tables = emptyTables(folder.resolve("warehouse"));
    SmallForce force = new SmallForce(folder);
    for (int run = 0; run < 30; run++) {
      tables.append(
          Table.ACCEPTANCES,
          spark()
              .createDataFrame(
                  List.of(
                      RowFactory.create(
                          "batch " + run,
                          "calls",
                          new java.sql.Timestamp(run),
                          "me",
                          "it is right")),
                  Table.ACCEPTANCES.columns()),
          "acceptance " + run);
    }

    // when
    List<String> done = keepHouse(force, "2024-01-31");

    // then
    assertThat(done).containsExactly("gathered bronze.acceptances");
    assertThat(tables.files(Table.ACCEPTANCES)).isEqualTo(1);
    assertThat(tables.read(Table.ACCEPTANCES).count()).isEqualTo(30);
  }

  /** A force that has a line to reject, and keeps the text of such a line for so many days. */
  private SmallForce keepingTexts(int days) {
    return new SmallForce(folder)
        .deliver("calls-2024-01.csv", "A1,1,101,bicycle,2024-01-05,,,", "A2,1,999,x,2024-01-06,,,")
        .edit("tongqi.yaml", "years: 2", "years: 2\nquarantine_raw_days: " + days);
  }

  private static List<String> keepHouse(SmallForce force, String asOf) {
    Settings settings = SettingsFile.load(force.path("tongqi.yaml"), Map.of());
    Tables tables = new Tables(spark(), settings.warehouse());
    return new Housekeeping(tables, settings).run(LocalDate.parse(asOf));
  }
}
