package io.tongqi.command;

import io.tongqi.faults.SettingsException;
import io.tongqi.tables.Relation;
import io.tongqi.tables.TableException;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.types.StructField;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code tongqi describe}. */
@Command(
    name = "describe",
    mixinStandardHelpOptions = true,
    description = "Tells what each column of a table means, in Chinese and English.",
    footerHeading = "%nExample:%n",
    footer = "  tongqi describe gold.decade_comparison")
public final class DescribeCommand implements Callable<Integer> {
  @Parameters(paramLabel = "TABLE", description = "full name, such as gold.period_facts")
  private String name;

  @Override
  public Integer call() {
    Relation table = table();
    System.out.println(table.fullName());
    System.out.println("  " + table.comment().chinese());
    System.out.println("  " + table.comment().english());
    for (StructField column : table.columns().fields()) {
      System.out.printf(
          "%n  %-32s %s%s%n",
          column.name(),
          column.dataType().sql().toLowerCase(java.util.Locale.ROOT),
          column.nullable() ? "" : " not null");
      column
          .getComment()
          .get()
          .lines()
          .flatMap(text -> List.of(text.split(" \\| ", -1)).stream())
          .filter(part -> !part.isBlank())
          .forEach(part -> System.out.println("    " + part.strip()));
    }
    return 0;
  }

  private Relation table() {
    try {
      return Relation.named(name);
    } catch (TableException unknown) {
      throw new SettingsException(List.of(unknown.getMessage()));
    }
  }
}
