package io.tongqi.command;

import static org.apache.spark.sql.functions.col;

import io.tongqi.faults.SettingsException;
import io.tongqi.settings.Settings;
import io.tongqi.tables.Tables;
import io.tongqi.tables.View;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tongqi runs}. */
@Command(
    name = "runs",
    mixinStandardHelpOptions = true,
    description =
        "Lists the runs that wrote the tables, the newest first: status, exit code, rows, seconds a"
            + " step.",
    footerHeading = "%nExample:%n",
    footer = "  tongqi runs --last 5")
public final class RunsCommand implements Callable<Integer> {
  private final InstantSource clock;

  @Mixin private Conf conf;
  @Mixin private OutputFormat format;

  @Option(
      names = "--last",
      paramLabel = "COUNT",
      defaultValue = "20",
      description = "how many runs (default: ${DEFAULT-VALUE})")
  private int count;

  @Option(
      names = "--run",
      paramLabel = "ID",
      description = "the whole document of this run, as JSON, with its inputs")
  private String runId;

  @Option(
      names = "--await",
      paramLabel = "ID",
      description = "wait until this run has ended, tell how, and leave with its exit code")
  private String awaited;

  RunsCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Settings settings = conf.settings();
    AtomicInteger code = new AtomicInteger();
    Opened.tables(
        "runs",
        settings,
        tables -> {
          if (awaited != null) {
            code.set(new AwaitedRun(tables, awaited, clock).exitCode());
          } else {
            System.out.println((runId == null ? list(tables) : document(tables)).strip());
          }
        });
    return code.get();
  }

  private String list(Tables tables) {
    return format.text(
        history(tables)
            .orderBy(col("started_at").desc())
            .limit(count)
            .drop("document", "host", "process", "expires_at"));
  }

  private String document(Tables tables) {
    List<Row> found =
        history(tables)
            .where(col("run_id").equalTo(runId))
            .select("status", "document")
            .collectAsList();
    if (found.isEmpty()) {
      List<String> known =
          history(tables)
              .orderBy(col("started_at").desc())
              .limit(count)
              .select("run_id")
              .as(Encoders.STRING())
              .collectAsList();
      throw new SettingsException(
          List.of(
              "runs --run %s: there is no such run; the last ones are: %s"
                  .formatted(runId, String.join(", ", known))));
    }
    Row run = found.get(0);
    return run.isNullAt(1) ? "{\"status\": \"%s\"}".formatted(run.getString(0)) : run.getString(1);
  }

  private static Dataset<Row> history(Tables tables) {
    return tables.read(View.RUN_HISTORY);
  }
}
