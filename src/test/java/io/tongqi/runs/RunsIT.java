package io.tongqi.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.JavaProcess;
import io.tongqi.SmallForce;
import io.tongqi.SmallForce.Outcome;
import io.tongqi.SparkTest;
import io.tongqi.tables.Tables;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs as the command line makes them, and as two processes race for a warehouse. */
class RunsIT extends SparkTest {
  private static final int RACES = Integer.getInteger("races", 10);

  @TempDir private Path folder;

  @Test
  void shouldHaveTheCommandTriedAgainWhileAnotherRunHoldsTheTablesAndListBoth() throws IOException {
    // given
    Path told = folder.resolve("told");
    Tables tables = emptyTables(folder.resolve("warehouse"));
    SmallForce force =
        new SmallForce(folder)
            .edit(
                "tongqi.yaml", "years: 2", "years: 2\nnotify: [tee, --append, %s]".formatted(told))
            .deliver("calls-2024-01.csv", "A1,1,101,bicycle,2024-01-05,,,");
    Runs elsewhere = new Runs(tables, "run-elsewhere", "nightly", new Driver("elsewhere", 7));
    elsewhere.claim(Instant.now());

    // when
    Outcome held = force.run("ingest");
    elsewhere.end(Instant.now(), "failed", 1, "{}");
    Outcome free = force.run("ingest", "--wait", "1");
    Outcome listed = force.run("runs", "--format", "csv");
    Outcome unknown = force.run("runs", "--run", "2024");

    // then
    assertThat(held.code()).isEqualTo(75);
    assertThat(held.err())
        .startsWith(
            "tongqi: writing the tables: run run-elsewhere holds them, process 7 on elsewhere, until ")
        .contains("; run it again when that run has ended, or with --wait");
    assertThat(free.code()).as(free.err()).isZero();
    assertThat(listed.out().lines())
        .anyMatch(it -> it.matches(".*-ingest-.*,ingest,.*,done,0,,1,1,1,0,.*ingest calls .* s.*"))
        .anyMatch(it -> it.matches("run-elsewhere,nightly,.*,failed,1,.*"))
        .anyMatch(it -> it.matches(".*-ingest-.*,ingest,.*,failed,75,.*"))
        .hasSize(4);
    assertThat(Files.readString(told))
        .contains("\"exit_code\" : 75", "run run-elsewhere holds them", "\"exit_code\" : 0");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err())
        .startsWith("tongqi: runs --run 2024: there is no such run; the last ones are: ");
  }

  @Test
  void shouldPassToOneOfTwoProcessesThatRace() throws Exception {
    // given
    Path warehouse = folder.resolve("warehouse");
    Path meeting = Files.createDirectory(folder.resolve("meeting"));

    // when
    List<Process> racers =
        List.of(
            race(warehouse, meeting, "left", "right"), race(warehouse, meeting, "right", "left"));
    for (Process racer : racers) {
      assertThat(racer.waitFor(20, TimeUnit.MINUTES)).isTrue();
      assertThat(racer.exitValue()).as(Files.readString(folder.resolve("log"))).isZero();
    }

    // then
    for (int round = 0; round < RACES; round++) {
      List<String> results =
          List.of(
              Files.readString(meeting.resolve(round + ".result.left")),
              Files.readString(meeting.resolve(round + ".result.right")));
      assertThat(results).as("round " + round).containsOnlyOnce("won");
      String refusal = "writing the tables: run round %d ".formatted(round);
      assertThat(results).as("round " + round).anyMatch(it -> it.startsWith(refusal));
    }
    Tables tables = new Tables(spark(), warehouse.toString());
    tables.create();
    assertThat(
            spark()
                .sql("SELECT * FROM silver.run_history WHERE status = 'done' AND exit_code = 0")
                .count())
        .isEqualTo(RACES);
  }

  private Process race(Path warehouse, Path meeting, String name, String other) throws IOException {
    return JavaProcess.of(
            Racer.class,
            List.of(warehouse.toString(), meeting.toString(), name, other, String.valueOf(RACES)))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(folder.toFile(), "log")))
        .start();
  }
}
