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

/** Holds the metrics against cases that were worked by hand. */
class MetricsTest extends SparkTest {
  private static final Path CASES = Path.of("src/test/resources/metrics");
  private static final Map<String, String> SMALL =
      Map.of("spark.sql.shuffle.partitions", "1", "spark.sql.codegen.wholeStage", "false");

  private static final Map<String, String> BEFORE = new HashMap<>();

  @BeforeAll
  static void planForFewRows() {
    SMALL.forEach(
        (key, value) -> {
          BEFORE.put(key, spark().conf().get(key));
          spark().conf().set(key, value);
        });
  }

  @AfterAll
  static void planAsBefore() {
    BEFORE.forEach((key, value) -> spark().conf().set(key, value));
  }

  static List<Path> cases() throws IOException {
    try (Stream<Path> folders = Files.walk(CASES)) {
      return folders
          .filter(it -> Files.exists(it.resolve("expected.csv")))
          .map(CASES::relativize)
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void shouldGiveWhatWasWorkedByHand(Path name) {
    // Given
    MetricCase metricCase = new MetricCase(CASES.resolve(name));

    // When
    Figures figures = metricCase.figures(spark());

    // Then
    Map<String, String> expected = new LinkedHashMap<>();
    Map<String, String> found = new LinkedHashMap<>();
    Map<String, List<Row>> tables = new HashMap<>();
    for (Map<String, String> line : metricCase.expected()) {
      String table = line.get("table");
      List<Row> rows = tables.computeIfAbsent(table, it -> dataset(figures, it).collectAsList());
      String key = new TreeMap<>(line).toString();
      expected.put(key, line.getOrDefault("value", "null"));
      found.put(key, value(rows, line));
    }
    assertThat(found).isEqualTo(expected);
  }

  private static Dataset<Row> dataset(Figures figures, String table) {
    return switch (table) {
      case "same_periods" -> figures.samePeriods();
      case "period_facts" -> figures.periodFacts();
      case "zero_days" -> figures.zeroDays();
      case "decade_comparison" -> figures.decadeComparison();
      case "station_clearance" -> figures.stationClearance();
      case "station_recovery" -> figures.stationRecovery();
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
