package io.tongqi.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.SparkTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the metrics against cases that were worked by hand; all those of the same days and stations
 * are computed in one run.
 */
class MetricsIT extends SparkTest {
  private static final Path CASES = Path.of("src/test/resources/metrics");
  private static final String PARTITIONS = "spark.sql.shuffle.partitions";
  private static final Map<MetricCase, Map<String, List<Row>>> COMPUTED = new HashMap<>();

  private static String before;

  static List<MetricCase> cases() throws IOException {
    try (Stream<Path> folders = Files.walk(CASES)) {
      return folders
          .filter(it -> Files.exists(it.resolve("expected.csv")))
          .sorted()
          .map(MetricCase::new)
          .toList();
    }
  }

  @BeforeAll
  static void compute() throws IOException {
    before = spark().conf().get(PARTITIONS);
    spark().conf().set(PARTITIONS, "1");
    for (MetricCases together : MetricCases.together(cases())) {
      Map<String, List<Row>> tables = new HashMap<>();
      together.cases().forEach(it -> COMPUTED.put(it, tables));
      Figures figures = together.figures(spark());
      together.cases().stream()
          .flatMap(it -> it.expected().stream())
          .map(it -> it.get("table"))
          .distinct()
          .forEach(it -> tables.put(it, dataset(figures, it).collectAsList()));
    }
  }

  @AfterAll
  static void planAsBefore() {
    spark().conf().set(PARTITIONS, before);
    COMPUTED.clear();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void shouldGiveWhatWasWorkedByHand(MetricCase metricCase) {
    // Given
    Map<String, List<Row>> tables = COMPUTED.get(metricCase);
    Map<String, String> expected = new LinkedHashMap<>();
    Map<String, String> found = new LinkedHashMap<>();

    // When
    for (Map<String, String> line : metricCase.expected()) {
      String key = new TreeMap<>(line).toString();
      expected.put(key, line.getOrDefault("value", "null"));
      found.put(key, value(ofCase(metricCase, tables.get(line.get("table"))), line));
    }

    // Then
    assertThat(found).isNotEmpty().isEqualTo(expected);
  }

  private static List<Row> ofCase(MetricCase metricCase, List<Row> rows) {
    return rows.stream()
        .filter(row -> isOwn(metricCase, row, "category_group"))
        .filter(row -> isOwn(metricCase, row, "activity"))
        .toList();
  }

  private static boolean isOwn(MetricCase metricCase, Row row, String column) {
    return !List.of(row.schema().fieldNames()).contains(column)
        || metricCase.isOwn(row.getAs(column));
  }

  private static Dataset<Row> dataset(Figures figures, String table) {
    return switch (table) {
      case "same_periods" -> figures.samePeriods();
      case "period_facts" -> figures.periodFacts();
      case "zero_days" -> figures.zeroDays();
      case "decade_comparison" -> figures.decadeComparison();
      case "station_clearance" -> figures.stationClearance();
      case "station_recovery" -> figures.stationRecovery();
      case "coverage" -> figures.coverage();
      case "activity_totals" -> figures.activityTotals();
      default -> throw new IllegalArgumentException("no table " + table);
    };
  }

  /** The value of the column of the one row that has the line's keys, or the number of rows. */
  private static String value(List<Row> rows, Map<String, String> line) {
    List<Row> matching =
        rows.stream()
            .filter(
                row ->
                    line.entrySet().stream()
                        .filter(it -> !List.of("table", "column", "value").contains(it.getKey()))
                        .allMatch(
                            it ->
                                it.getValue()
                                    .equals(String.valueOf(row.<Object>getAs(it.getKey())))))
            .toList();
    if (line.get("column").equals("rows")) {
      return String.valueOf(matching.size());
    }
    assertThat(matching).as(line.toString()).hasSize(1);
    Object value = matching.get(0).getAs(line.get("column"));
    return value instanceof Double number ? "%.4f".formatted(number) : String.valueOf(value);
  }
}
