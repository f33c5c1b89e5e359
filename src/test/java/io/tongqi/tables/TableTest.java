package io.tongqi.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TableTest {
  private static final String HAN = "(?s).*\\p{IsHan}.*";

  @Test
  void shouldHaveOneDdlFileForEachTable() throws IOException, URISyntaxException {
    // given
    Path folder = Path.of(Table.class.getResource("/sql/tables").toURI());

    // when
    List<String> files;
    try (Stream<Path> found = Files.list(folder)) {
      files = found.map(file -> file.getFileName().toString()).toList();
    }

    // then
    assertThat(files)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Table.values()).map(table -> table.fullName() + ".sql").toList());
  }

  @ParameterizedTest
  @EnumSource
  void shouldDescribeTableAndColumnsInChineseAndEnglish(Table table) {
    // given
    StructField[] columns = table.columns().fields();

    // when
    List<Comment> comments =
        Stream.concat(
                Stream.of(table.comment()),
                Stream.of(columns).map(column -> DataDictionary.comment(table, column)))
            .toList();

    // then
    assertThat(comments)
        .hasSize(columns.length + 1)
        .allSatisfy(
            comment -> {
              assertThat(comment.chinese()).matches(HAN);
              assertThat(comment.english()).doesNotMatch(HAN).containsPattern("[A-Za-z]{3}");
            });
  }

  @ParameterizedTest
  @EnumSource
  void shouldNameColumnsInSnakeCase(Table table) {
    assertThat(table.columns().fieldNames()).allMatch(name -> name.matches("[a-z][a-z0-9_]*"));
  }

  @ParameterizedTest
  @EnumSource
  void shouldGiveTimesDatesAndFlagsTheTypeTheirNamePromises(Table table) {
    for (StructField column : table.columns().fields()) {
      String type = column.dataType().sql();
      if (column.name().endsWith("_at") && !column.name().equals("known_at")) {
        assertThat(type).as(column.name()).isEqualTo("TIMESTAMP");
      }
      if (column.name().endsWith("_on") || column.name().endsWith("_day")) {
        assertThat(type).as(column.name()).isEqualTo("DATE");
      }
      assertThat(!column.name().startsWith("is_") || type.equals("BOOLEAN"))
          .as(column.name())
          .isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void shouldUseTypesEveryReaderKnowsInGold(Table table) {
    if (table.layer().equals("gold")) {
      assertThat(table.columns().fields())
          .extracting(column -> column.dataType().sql())
          .isSubsetOf(Set.of("STRING", "DATE", "INT", "BIGINT", "DOUBLE", "BOOLEAN"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void shouldPartitionTheFiguresOfGoldByTheLastDayCounted(Table table) {
    boolean figures =
        table.layer().equals("gold") && table != Table.DATA_DICTIONARY && table != Table.RELEASES;
    assertThat(table.partitionColumns()).isEqualTo(figures ? List.of("as_of") : List.of());
  }

  @Test
  void shouldTellTheKeyOfEachTableAndViewOfGold() {
    for (Relation relation : Relation.all()) {
      if (relation.fullName().startsWith("gold.")) {
        assertThat(relation.key())
            .as(relation.fullName())
            .isNotEmpty()
            .isSubsetOf(relation.columns().fieldNames());
      }
    }
  }

  @Test
  void shouldFindTableByItsFullName() {
    assertThat(Relation.named("silver.ledger")).isEqualTo(Table.LEDGER);
  }

  @Test
  void shouldListTheTablesWhenThereIsNoneOfThatName() {
    assertThatThrownBy(() -> Relation.named("ledger"))
        .isInstanceOf(TableException.class)
        .hasMessageStartingWith(
            "Looking up a table: there is none called ledger; use one of [bronze.receipts, ");
  }
}
