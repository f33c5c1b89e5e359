package io.tongqi.command;

import io.tongqi.settings.Settings;
import io.tongqi.tables.Relation;
import io.tongqi.tables.Table;
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
        settings,
        tables -> {
          for (Relation relation : Relation.all()) {
            System.out.printf(
                "%-25s %,12d rows  %s%n",
                relation.fullName(),
                tables.spark().table(relation.fullName()).count(),
                relation instanceof Table table ? tables.location(table) : "(view)");
            System.out.printf(
                "%-25s %s%n%-25s %s%n",
                "", relation.comment().chinese(), "", relation.comment().english());
          }
        });
    return 0;
  }
}
