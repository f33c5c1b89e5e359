package io.tongqi.figures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.Nullable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * A folder with the inputs of a metric and what they have to give. What the folder lacks is taken
 * from `metrics/common`: a source that books everything and has delivered all days.
 */
record MetricCase(Path folder) {
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "source",
          "records",
          "batch_id",
          "b1",
          "rows_batch_id",
          "b1",
          "content_sha256",
          "c1",
          "status",
          "open",
          "mode",
          "changes",
          "records",
          "1");

  /** The columns whose codes are a case's own. */
  private static final Set<String> OWN =
      Set.of("source", "path", "content_sha256", "category", "category_group", "activity");

  /**
   * What is expected of them, under codes of its own; zero days of incidents reported if not said.
   */
  List<Map<String, String>> expected() {
    List<Map<String, String>> lines = CsvRows.read(folder.resolve("expected.csv"));
    lines.stream()
        .filter(it -> it.get("table").equals("zero_days"))
        .forEach(it -> it.putIfAbsent("measure", "incidents_reported"));
    lines.forEach(it -> it.computeIfPresent("category_group", (key, group) -> own(group)));
    lines.forEach(it -> it.computeIfPresent("activity", (key, activity) -> own(activity)));
    return lines;
  }

  /** A code that no other case has. */
  String own(String code) {
    return folder.getParent().getFileName() + "-" + folder.getFileName() + "-" + code;
  }

  /** Whether a code is one of this case's. */
  boolean isOwn(String code) {
    return code.startsWith(own(""));
  }

  /** The text of a column, under a code of the case's own, or its default. */
  @Nullable
  String value(Map<String, String> row, String column) {
    String instead =
        column.equals("code_day")
            ? row.getOrDefault("origin_day", row.get("day"))
            : DEFAULTS.get(column);
    String text = row.getOrDefault(column, instead);
    return text != null && OWN.contains(column) ? own(text) : text;
  }

  /** The elements of a column of lists: runs of days as FIRST..LAST, codes of the case's own. */
  @Nullable
  Object[] list(Map<String, String> row, String column) {
    String days = row.get("first_day") + ".." + row.get("last_day");
    String text = column.equals("covered") ? row.getOrDefault(column, days) : row.get(column);
    return text == null
        ? null
        : Arrays.stream(text.split(" "))
            .map(
                it ->
                    switch (column) {
                      case "covered" -> run(it.split("\\.\\."));
                      case "categories" -> own(it);
                      default -> it;
                    })
            .toArray();
  }

  private static Row run(String... days) {
    return RowFactory.create(LocalDate.parse(days[0]), LocalDate.parse(days[1]));
  }

  /** The rows of an input file. */
  List<Map<String, String>> rows(String name) {
    return CsvRows.read(file(name));
  }

  /** The folder of the reference data. */
  Path reference() {
    return Files.exists(folder.resolve("stations.csv")) ? folder : common();
  }

  /** The rows of an input file that the folder may lack. */
  List<Map<String, String>> optionalRows(String name) {
    return Files.exists(folder.resolve(name)) ? CsvRows.read(folder.resolve(name)) : List.of();
  }

  /** What cases must have in common to be computed in one run: days, stations and districts. */
  String surroundings() {
    try {
      return Files.readString(file("request.csv"))
          + Files.readString(reference().resolve("stations.csv"))
          + Files.readString(reference().resolve("districts.csv"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Path file(String name) {
    Path own = folder.resolve(name);
    return Files.exists(own) ? own : common().resolve(name);
  }

  private Path common() {
    return folder.getParent().getParent().resolve("common");
  }
}
