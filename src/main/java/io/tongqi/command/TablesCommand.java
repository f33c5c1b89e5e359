package io.tongqi.command;

import io.tongqi.faults.SettingsException;
import io.tongqi.settings.Settings;
import io.tongqi.tables.Registration;
import io.tongqi.tables.Relation;
import io.tongqi.tables.Table;
import io.tongqi.tables.TableException;
import io.tongqi.tables.Tables;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tongqi tables}. */
@Command(
    name = "tables",
    mixinStandardHelpOptions = true,
    description = "Lists the tables with their rows, what one row is, and where they are.",
    footerHeading = "%nExample:%n",
    footer = "  tongqi tables")
public final class TablesCommand implements Callable<Integer> {
  @Mixin private Conf conf;

  @Option(
      names = "--register",
      description =
          "register them in the catalog of Spark instead, as catalog.schema_prefix in the settings says")
  private boolean isRegistration;

  @Override
  public Integer call() {
    Settings settings = conf.settings();
    Opened.tables(
        "tables",
        settings,
        tables -> {
          if (isRegistration) {
            register(tables, settings);
          } else {
            tables
                .eachApart("tables", Relation.all(), TablesCommand::text)
                .forEach(System.out::println);
          }
        });
    return 0;
  }

  private static void register(Tables tables, Settings settings) {
    String prefix =
        settings
            .schemaPrefix()
            .orElseThrow(
                () ->
                    new SettingsException(
                        List.of(
                            "registering the tables: %s has no catalog.schema_prefix; add it, such as catalog: {schema_prefix: tongqi_}"
                                .formatted(settings.file()))));
    int count = new Registration(tables, prefix).run();
    System.out.printf("registered %d tables and views in the schemas %s…%n", count, prefix);
  }

  private static String text(Tables tables, Relation relation) {
    return "%-25s %17s  %s%n%-25s %s%n%-25s %s"
        .formatted(
            relation.fullName(),
            rows(tables, relation),
            relation instanceof Table table ? tables.location(table) : "(view)",
            "",
            relation.comment().chinese(),
            "",
            relation.comment().english());
  }

  private static String rows(Tables tables, Relation relation) {
    try {
      return "%,d rows".formatted(tables.spark().table(relation.fullName()).count());
    } catch (TableException missing) {
      return "not created yet";
    }
  }
}
