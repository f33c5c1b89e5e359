package io.tongqi.command;

import io.tongqi.settings.Settings;
import io.tongqi.tables.Relation;
import io.tongqi.tables.Table;
import io.tongqi.tables.TableException;
import io.tongqi.tables.Tables;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tongqi tables}. */
@Command(
    name = "tables",
    mixinStandardHelpOptions = true,
    description = "Lists the tables with their rows, what one row is, and where they are.",
    footerHeading = "%nExample:%n",
    footer = "  tongqi tables")
public final class TablesCommand implements Callable<Integer> {
  @Mixin private Conf conf;

  @Override
  public Integer call() {
    Settings settings = conf.settings();
    Opened.tables(
        "tables",
        settings,
        tables ->
            tables
                .eachApart("tables", Relation.all(), TablesCommand::text)
                .forEach(System.out::println));
    return 0;
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
