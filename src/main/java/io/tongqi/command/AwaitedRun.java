package io.tongqi.command;

import static org.apache.spark.sql.functions.col;

import io.tongqi.tables.Pause;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import io.tongqi.tables.View;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.apache.spark.sql.Row;

/** A run whose driver is elsewhere: what it came to is told by its row in the history of runs. */
record AwaitedRun(Tables tables, String runId, InstantSource clock) {
  /** How long a driver may take from its submission to its first row. */
  private static final Duration GRACE = Duration.ofMinutes(5);

  private static final Duration PAUSE = Duration.ofSeconds(5);

  /** Waits for its end, tells how it ended, and gives its exit code. */
  int exitCode() {
    Instant awaitedSince = clock.instant();
    while (true) {
      List<Row> found = found();
      if (found.isEmpty()) {
        if (clock.instant().isAfter(awaitedSince.plus(GRACE))) {
          System.err.printf(
              "tongqi: awaiting run %s: its driver wrote no row within %s; see the driver's log in the cluster%n",
              runId, GRACE);
          return 1;
        }
      } else {
        Row run = found.get(0);
        if (!run.getString(0).equals("running")) {
          System.out.printf(
              "run %s: %s, exit code %s%s%n",
              runId,
              run.getString(0),
              run.isNullAt(1) ? "unknown" : run.getInt(1),
              run.isNullAt(3) ? "" : ", release " + run.getString(3));
          return run.isNullAt(1) ? 1 : run.getInt(1);
        }
        if (run.<Timestamp>getAs(2).toInstant().isBefore(clock.instant())) {
          System.err.printf(
              "tongqi: awaiting run %s: its claim expired at %s; its driver is gone; run it again%n",
              runId, run.get(2));
          return 1;
        }
      }
      Pause.of(PAUSE, "awaiting a run was interrupted; ask again");
    }
  }

  private List<Row> found() {
    return tables.exists(Table.RUNS)
        ? tables
            .read(View.RUN_HISTORY)
            .where(col("run_id").equalTo(runId))
            .select("status", "exit_code", "expires_at", "release_id")
            .collectAsList()
        : List.of();
  }
}
