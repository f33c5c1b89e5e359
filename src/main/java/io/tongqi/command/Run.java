package io.tongqi.command;

import io.tongqi.flow.Nightly;
import io.tongqi.report.Notification;
import io.tongqi.report.RunLog;
import io.tongqi.report.RunMetrics;
import io.tongqi.runs.Claim;
import io.tongqi.settings.Settings;
import io.tongqi.tables.SparkSessions;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/** A run of a command that writes tables: its session, its claim, its log and its document. */
final class Run {
  /** The Spark setting by which whoever submits a run may name it. */
  static final String ID = "spark.tongqi.run.id";

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final String command;
  private final Settings settings;
  private final Wait wait;
  private final RunLog log = new RunLog(System.out, System::nanoTime, this::begin);
  private final Instant startedAt;
  private Optional<Claim> claim = Optional.empty();

  /** What a run does with its session, tables and log. */
  interface Work {
    void run(Nightly nightly, RunLog log, Tables tables);
  }

  /**
   * A run of a command.
   *
   * @param wait how long to wait while another run holds the tables, and by which clock
   */
  Run(String command, Settings settings, Wait wait) {
    this.command = command;
    this.settings = settings;
    this.wait = wait;
    this.startedAt = wait.clock().instant();
  }

  void execute(Work work) {
    log.note("command", command);
    log.note("started_at", startedAt.toString());
    long start = System.nanoTime();
    Opened.session(
        command,
        settings,
        spark -> {
          log.timed("start Spark", System.nanoTime() - start, spark.sparkContext().master());
          Tables tables = new Tables(spark, settings.warehouse());
          String id = spark.conf().get(ID, newId());
          log.note("run_id", id);
          Claim taken = claimed(tables, id);
          claim = Optional.of(taken);
          SparkSessions.fitShuffles(spark);
          execute(tables, taken, work);
        });
  }

  /** A run that may not begin is told as well, but leaves the document of the last one alone. */
  private Claim claimed(Tables tables, String id) {
    try {
      return log.step(
          "claim the tables",
          () -> Claim.take(tables, id, command, wait.clock(), wait.duration()),
          it -> id);
    } catch (RuntimeException failure) {
      note(End.of(failure));
      log.note("faults", Failures.faults(failure));
      tell();
      throw failure;
    }
  }

  private String newId() {
    return "%s-%s-%s"
        .formatted(NAME.format(startedAt), command, UUID.randomUUID().toString().substring(0, 8));
  }

  /**
   * Makes sure that the run still holds the tables; Spark's own pages show each job of this thread
   * as one of the step.
   */
  private void begin(String step) {
    claim.ifPresent(Claim::check);
    SparkSession.active().sparkContext().setJobDescription(step);
  }

  private void execute(Tables tables, Claim taken, Work work) {
    End end = new End("done", 0);
    try {
      work.run(new Nightly(tables.spark(), tables, settings, log), log, tables);
      log.note("table_versions", versions(tables));
    } catch (RuntimeException failure) {
      end = End.of(failure);
      log.note("faults", Failures.faults(failure));
      throw failure;
    } finally {
      note(end);
      write(tables.spark().sparkContext().hadoopConfiguration());
      try {
        taken.end(end.status(), end.code(), log.json());
      } finally {
        tell();
      }
    }
  }

  private void note(End end) {
    log.note("status", end.status());
    log.note("exit_code", end.code());
    log.note("ended_at", wait.clock().instant().toString());
  }

  /** How a run ended. */
  private record End(String status, int code) {
    static End of(RuntimeException failure) {
      int code = Failures.code(failure);
      return new End(code == Failures.REFUSED ? "refused" : "failed", code);
    }
  }

  /** Tells the run to whoever watches it; what fails in that is said, and changes nothing. */
  private void tell() {
    try {
      settings.metricsFile().ifPresent(it -> RunMetrics.of(log.json()).write(it));
      Notification.send(settings.notified(), log.json());
    } catch (UncheckedIOException failure) {
      System.err.println("tongqi: " + failure.getMessage());
    }
  }

  private static Map<String, Long> versions(Tables tables) {
    Map<String, Long> versions = new TreeMap<>();
    for (Table table : Table.values()) {
      versions.put(table.fullName(), tables.version(table));
    }
    return versions;
  }

  private void write(Configuration configuration) {
    byte[] json = log.json().getBytes(StandardCharsets.UTF_8);
    Path warehouse = new Path(settings.warehouse());
    Path kept = new Path(warehouse, "runs/" + NAME.format(startedAt) + "-" + command + ".json");
    try {
      for (Path path : List.of(kept, new Path(warehouse, "run.json"))) {
        try (OutputStream out = path.getFileSystem(configuration).create(path, true)) {
          out.write(json);
        }
      }
    } catch (IOException failure) {
      log.line("the run's document could not be written to " + kept + ": " + failure.getMessage());
    }
  }
}
