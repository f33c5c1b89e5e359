package io.tongqi.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.SparkTest;
import io.tongqi.tables.Table;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class CompareIT extends SparkTest {
  private static final MetricCase ONE =
      new MetricCase(Path.of("src/test/resources/metrics/areas/split_and_merged"));
  private static final MetricCases CASE = new MetricCases(List.of(ONE));

  @Test
  void shouldGiveTheColumnsOfEachTableItFills() {
    // Given
    Inputs empty = Inputs.of(tables());

    // When
    Figures figures = Figures.of(spark(), CASE.settings(), CASE.request(), empty);

    // Then
    assertColumns(figures.samePeriods(), Table.SAME_PERIODS);
    assertColumns(figures.zeroDays(), Table.ZERO_DAYS);
    assertColumns(figures.periodFacts(), Table.PERIOD_FACTS);
    assertColumns(figures.decadeComparison(), Table.DECADE_COMPARISON);
    assertColumns(figures.stationClearance(), Table.STATION_CLEARANCE);
    assertColumns(figures.stationRecovery(), Table.STATION_RECOVERY);
    assertColumns(figures.coverage(), Table.COVERAGE);
    assertColumns(figures.activityTotals(), Table.ACTIVITY_TOTALS);
  }

  @Test
  void shouldReplaceOnlyTheDayOfTheRequest() {
    // Given
    Inputs inputs = CASE.inputs(spark());
    tables().append(Table.LEDGER, inputs.ledger(), "ledger");
    tables().append(Table.RECEIPTS, inputs.receipts(), "receipts");
    Compare compare = new Compare(spark(), tables(), CASE.settings());
    Request earlier = Request.of(LocalDate.of(2024, 5, 31));

    // When
    compare.run(earlier);
    List<Row> before = facts(earlier);
    compare.run(CASE.request());
    compare.run(CASE.request());

    // Then
    assertThat(facts(earlier)).hasSameSizeAs(before).containsAll(before);
    assertThat(facts(CASE.request()))
        .filteredOn(row -> row.<Integer>getAs("year") == 2022)
        .filteredOn(row -> row.getAs("window").equals("month_to_date"))
        .filteredOn(row -> row.getAs("area").equals("m2"))
        .filteredOn(row -> row.getAs("category_group").equals(ONE.own("theft")))
        .singleElement()
        .satisfies(row -> assertThat(row.<Long>getAs("incidents_reported")).isEqualTo(4));
  }

  private List<Row> facts(Request request) {
    return tables()
        .read(Table.PERIOD_FACTS)
        .where("as_of = DATE'%s'".formatted(request.asOf()))
        .collectAsList();
  }

  private static void assertColumns(Dataset<Row> rows, Table table) {
    assertThat(columns(rows.schema()))
        .as(table.fullName())
        .containsExactlyElementsOf(
            columns(table.columns()).filter(it -> !it.startsWith("as_of ")).toList());
  }

  private static Stream<String> columns(StructType schema) {
    return Arrays.stream(schema.fields()).map(it -> it.name() + " " + it.dataType().sql());
  }
}
