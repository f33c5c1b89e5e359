package io.tongqi.command;

import io.tongqi.faults.Remedy;
import io.tongqi.faults.SettingsException;
import io.tongqi.tables.Comment;
import io.tongqi.tables.CsvFile;
import io.tongqi.tables.DataDictionary;
import io.tongqi.tables.Relation;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructField;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code tongqi explain}. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description =
        "Tells what a column means: its term in both languages, unit, definition and source.",
    footerHeading = "%nExample:%n",
    footer = "  tongqi explain gold.decade_comparison.record")
public final class ExplainCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "COLUMN",
      description = "a column, alone or behind its table, or a metric, such as clearance_rate")
  private String name;

  /** A column of a table. */
  private record Found(Relation relation, StructField column) {
    String fullName() {
      return relation.fullName() + "." + column.name();
    }
  }

  @Override
  public Integer call() {
    List<Found> found =
        columns()
            .filter(it -> it.fullName().equals(name) || it.column().name().equals(name))
            .toList();
    if (found.isEmpty()) {
      List<String> known =
          columns().flatMap(it -> Stream.of(it.fullName(), it.column().name())).distinct().toList();
      throw new SettingsException(
          List.of(
              "explaining %s: no table has such a column; %s"
                  .formatted(
                      name,
                      Remedy.meant(name, known)
                          .orElse(
                              "tongqi tables and tongqi describe TABLE tell which there are"))));
    }
    found.forEach(ExplainCommand::tell);
    return 0;
  }

  private static Stream<Found> columns() {
    return Relation.all().stream()
        .flatMap(table -> Stream.of(table.columns().fields()).map(it -> new Found(table, it)));
  }

  private static void tell(Found found) {
    Comment comment = DataDictionary.comment(found.relation(), found.column());
    System.out.println(found.fullName());
    System.out.println("  " + comment.chinese());
    System.out.println("  " + comment.english());
    comment.unit().ifPresent(it -> System.out.println("  unit: " + it));
    comment.definition().ifPresent(it -> System.out.println("  definition: " + it));
    source(found.column().name()).ifPresent(it -> System.out.println("  source: " + it));
  }

  private static Optional<String> source(String column) {
    return CsvFile.read("explain/sources.csv").stream()
        .filter(row -> column.matches(row.get(0)))
        .map(row -> row.get(1))
        .findFirst();
  }
}
