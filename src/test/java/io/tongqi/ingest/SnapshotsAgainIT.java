package io.tongqi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.SmallForce;
import io.tongqi.SparkTest;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Snapshots whose content was delivered before, or that answer for one station only. */
class SnapshotsAgainIT extends SparkTest {
  private static final String FIRST = "A1,1,101,bicycle,2024-01-05 10:00,,,1";
  private static final String SECOND = "A2,1,102,bicycle,2024-01-06 10:00,,,2";

  @TempDir private Path folder;
  private SmallForce force;

  @BeforeEach
  void createForce() {
    emptyTables(folder.resolve("warehouse"));
    force =
        new SmallForce(folder)
            .edit("tongqi.yaml", "years: 2", "vanish_share_limit: 1")
            .edit(
                "calls.yaml",
                "mode: changes",
                "mode: snapshot\ndelivered: {name: 'on-(\\d{4}-\\d{2}-\\d{2})', format: yyyy-MM-dd}");
  }

  @Test
  void shouldHoldWhatTheSameSnapshotHoldsAgain() {
    force.deliver("calls-2024-01-on-2024-02-01.csv", FIRST, SECOND);
    assertHeld(2, 300);

    force.deliver("calls-2024-01-on-2024-02-02.csv", FIRST, SECOND);
    assertHeld(2, 300);
  }

  @Test
  void shouldHoldAgainWhatAnEarlierSnapshotBringsBack() {
    force.deliver("calls-2024-01-on-2024-02-01.csv", FIRST, SECOND);
    assertHeld(2, 300);

    force.deliver("calls-2024-01-on-2024-02-02.csv", FIRST);
    assertHeld(1, 100);

    force.deliver("calls-2024-01-on-2024-02-03.csv", FIRST, SECOND);
    assertHeld(2, 300);
  }

  @Test
  void shouldHoldTheSameOfAllThreeAtOnce() {
    force
        .deliver("calls-2024-01-on-2024-02-01.csv", FIRST, SECOND)
        .deliver("calls-2024-01-on-2024-02-02.csv", FIRST)
        .deliver("calls-2024-01-on-2024-02-03.csv", FIRST, SECOND);
    assertHeld(2, 300);
  }

  @Test
  void shouldEmptyEachMonthOfWhichAnEmptySnapshotComes() {
    force
        .deliver("calls-2024-01-on-2024-02-01.csv", FIRST)
        .deliver("calls-2024-02-on-2024-03-01.csv", "B1,1,101,bicycle,2024-02-05 10:00,,,4");
    assertHeld(2, 500);

    force.deliver("calls-2024-01-on-2024-04-01.csv").deliver("calls-2024-02-on-2024-04-02.csv");
    assertHeld(0, 0);
  }

  @Test
  void shouldLeaveTheRecordsOfOtherStationsAlone() {
    force
        .edit(
            "calls.yaml",
            "covers: {name: 'calls-(\\d{4}-\\d{2})', format: yyyy-MM}",
            "covers: {name: 'calls-(\\d{4}-\\d{2})', format: yyyy-MM, station: 'at-(\\d+)'}")
        .deliver("calls-2024-01-at-101-on-2024-02-01.csv", FIRST)
        .deliver("calls-2024-01-at-102-on-2024-02-02.csv", SECOND);
    assertHeld(2, 300);
  }

  private void assertHeld(int incidents, int cents) {
    assertThat(force.run("ingest").err()).isEmpty();
    assertThat(
            force.query(
                spark(),
                "SELECT coalesce(sum(incidents_reported), 0), coalesce(sum(loss_cents), 0)"
                    + " FROM silver.ledger"))
        .containsExactly(incidents + " " + cents);
    assertThat(
            force.query(
                spark(), "SELECT count(*), coalesce(sum(loss_cents), 0) FROM silver.incidents"))
        .containsExactly(incidents + " " + cents);
  }
}
