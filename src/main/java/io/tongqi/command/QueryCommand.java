package io.tongqi.command;

import io.tongqi.faults.SettingsException;
import io.tongqi.release.Release;
import io.tongqi.release.Releases;
import io.tongqi.settings.Settings;
import io.tongqi.tables.Relation;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import io.tongqi.tables.View;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.SparkThrowable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "table, csv or json (default: ${DEFAULT-VALUE})")
  private Output output;

  @Option(
      names = "--release",
      paramLabel = "ID",
      description = "read the tables as they stood at this release")
  private String releaseId;

  @Parameters(paramLabel = "SQL", description = "the query")
  private String sql;

  @Override
  public Integer call() {
    Settings settings = conf.settings();
    Opened.tables(
        settings,
        tables -> {
          String query = releaseId == null ? sql : atRelease(tables);
          System.out.println(result(tables, query).stripTrailing());
        });
    return 0;
  }

  private String result(Tables tables, String query) {
    try {
      return output.text(tables.spark().sql(query));
    } catch (Exception failure) {
      if (failure instanceof SparkThrowable fault && isFaultOfTheQuery(fault)) {
        throw new SettingsException(
            List.of("running the query %s: %s".formatted(query, failure.getMessage())));
      }
      throw failure;
    }
  }

  private static boolean isFaultOfTheQuery(SparkThrowable fault) {
    return fault.getCondition() != null && !fault.isInternalError();
  }

  /** The query with the names of tables and views replaced by those of views at the release. */
  private String atRelease(Tables tables) {
    Release release = new Releases(tables.spark(), tables).named(releaseId);
    Map<String, String> names = new LinkedHashMap<>();
    for (Table table : Table.values()) {
      Long version = release.tableVersions().get(table.fullName());
      if (version != null) {
        names.put(table.fullName(), releaseName(table));
        tables.readVersion(table, version).createOrReplaceTempView(releaseName(table));
      }
    }
    for (View view : View.values()) {
      tables.spark().sql(replaced(view.query(), names)).createOrReplaceTempView(releaseName(view));
      names.put(view.fullName(), releaseName(view));
    }
    return replaced(sql, names);
  }

  private static String releaseName(Relation relation) {
    return "release_" + relation.fullName().replace('.', '_');
  }

  private static String replaced(String text, Map<String, String> names) {
    String replaced = text;
    for (Map.Entry<String, String> name : names.entrySet()) {
      String pattern = "(?i)\\b" + name.getKey().replace(".", "\\.") + "\\b";
      replaced = replaced.replaceAll(pattern, name.getValue());
    }
    return replaced;
  }
}
