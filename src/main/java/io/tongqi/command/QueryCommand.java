package io.tongqi.command;

import io.tongqi.faults.SettingsException;
import io.tongqi.settings.Settings;
import io.tongqi.tables.Tables;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.SparkThrowable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code tongqi query}. */
@Command(
    name = "query",
    mixinStandardHelpOptions = true,
    description = "Runs a SQL query on the tables, all of them under their names.",
    footerHeading = "%nExample:%n",
    footer = "  tongqi query --format csv \"SELECT * FROM gold.zero_days WHERE area = 'gaoming'\"")
public final class QueryCommand implements Callable<Integer> {
  @Mixin private Conf conf;
  @Mixin private OutputFormat format;
  @Mixin private AtRelease release;

  @Parameters(paramLabel = "SQL", description = "the query")
  private String sql;

  @Override
  public Integer call() {
    Settings settings = conf.settings();
    Opened.tables(
        "query", settings, tables -> Pager.ofThisProcess().show(result(tables).stripTrailing()));
    return 0;
  }

  private String result(Tables tables) {
    try {
      return release.read(tables, () -> format.text(tables.spark().sql(sql)));
    } catch (Exception failure) {
      if (failure instanceof SparkThrowable fault && isFaultOfTheQuery(fault)) {
        throw new SettingsException(
            List.of("running the query %s: %s".formatted(sql, failure.getMessage())));
      }
      throw failure;
    }
  }

  private static boolean isFaultOfTheQuery(SparkThrowable fault) {
    return fault.getCondition() != null && !fault.isInternalError();
  }
}
