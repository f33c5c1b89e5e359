package io.tongqi.command;

import io.tongqi.flow.Nightly;
import io.tongqi.report.RunLog;
import io.tongqi.settings.Settings;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/** A run of a command that writes tables: its session, its log and its {@code run.json}. */
final class Run {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final String command;
  private final Settings settings;
  private final RunLog log = new RunLog(System.out, System::nanoTime, Run::describeJobs);
  private final Instant startedAt = Instant.now();

  /** What a run does with its session, tables and log. */
  interface Work {
    void run(Nightly nightly, RunLog log, Tables tables);
  }

  Run(String command, Settings settings) {
    this.command = command;
    this.settings = settings;
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
          Configuration configuration = spark.sparkContext().hadoopConfiguration();
          Lease lease = Lease.take(settings.warehouse(), configuration, InstantSource.system());
          try {
            execute(spark, work);
          } finally {
            lease.close();
          }
        });
  }

  /** Spark's own pages show each job of this thread as one of the step. */
  private static void describeJobs(String step) {
    SparkSession.active().sparkContext().setJobDescription(step);
  }

  private void execute(SparkSession spark, Work work) {
    Tables tables = new Tables(spark, settings.warehouse());
    try {
      work.run(new Nightly(spark, tables, settings, log), log, tables);
      log.note("status", "done");
      log.note("table_versions", versions(tables));
    } catch (RuntimeException failure) {
      log.note("status", Failures.code(failure) == Failures.REFUSED ? "refused" : "failed");
      log.note("faults", Failures.faults(failure));
      throw failure;
    } finally {
      write(spark.sparkContext().hadoopConfiguration());
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
      for (Path path : new Path[] {kept, new Path(warehouse, "run.json")}) {
        try (OutputStream out = path.getFileSystem(configuration).create(path, true)) {
          out.write(json);
        }
      }
    } catch (IOException failure) {
      log.line("the run's document could not be written to " + kept + ": " + failure.getMessage());
    }
  }
}
