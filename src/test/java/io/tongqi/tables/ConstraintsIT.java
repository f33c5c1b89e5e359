package io.tongqi.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongqi.SparkTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConstraintsIT extends SparkTest {
  private static final Pattern CONSTRAINT = Pattern.compile("'delta\\.constraints\\.(\\w+)'");
  private static Tables tables;

  /** A row that breaks one constraint of its table and no other. */
  record Violation(Table table, String constraint, Map<String, String> values) {

    static Violation parse(String line) {
      List<String> parts = List.of(line.split("\\|", -1));
      Map<String, String> values = new HashMap<>();
      for (String value : parts.get(2).split(";", -1)) {
        List<String> sides = List.of(value.split("=", 2));
        values.put(sides.get(0).strip(), sides.get(1).strip());
      }
      return new Violation((Table) Relation.named(parts.get(0)), parts.get(1), values);
    }

    String name() {
      return table.fullName() + " " + constraint;
    }
  }

  static Stream<Violation> violations() throws IOException {
    try (InputStream stream = ConstraintsIT.class.getResourceAsStream("/tables/violations.csv")) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().skip(1).map(Violation::parse).toList().stream();
    }
  }

  @BeforeAll
  static void createTables(@TempDir Path warehouse) {
    tables = emptyTables(warehouse);
  }

  @ParameterizedTest
  @MethodSource("violations")
  void shouldRefuseARowThatBreaksAConstraint(Violation violation) {
    // given
    Dataset<Row> row = SampleRows.row(spark(), violation.table(), violation.values());

    // then
    assertThatThrownBy(() -> tables.append(violation.table(), row, violation.toString()))
        .hasStackTraceContaining("CHECK constraint " + violation.constraint() + " ");
  }

  @ParameterizedTest
  @EnumSource
  void shouldAcceptARowThatBreaksNone(Table table) {
    assertThatCode(
            () -> tables.append(table, SampleRows.row(spark(), table, Map.of()), "plain row"))
        .doesNotThrowAnyException();
  }

  @Test
  void shouldRefuseANullWhereNoneMayBe() {
    // given
    Dataset<Row> row = SampleRows.row(spark(), Table.LEDGER, Map.of("cases_filed", "NULL"));

    // then
    assertThatThrownBy(() -> tables.append(Table.LEDGER, row, "null"))
        .hasStackTraceContaining("NOT NULL constraint violated for column: cases_filed");
  }

  @Test
  void shouldTryEveryConstraintOfTheDdl() throws IOException {
    // given
    List<String> tried = violations().map(Violation::name).distinct().toList();

    // when
    List<String> declared =
        Stream.of(Table.values())
            .flatMap(
                table ->
                    CONSTRAINT
                        .matcher(table.ddl())
                        .results()
                        .map(result -> table.fullName() + " " + result.group(1)))
            .toList();

    // then
    assertThat(tried).containsExactlyInAnyOrderElementsOf(declared);
  }
}
