package io.tongqi.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.SparkTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

class DataDictionaryIT extends SparkTest {
  private static final Path PAGE = Path.of("docs", "data-dictionary.md");

  @Test
  void shouldDescribeEveryTableAndColumn() {
    // given
    int columns = Relation.all().stream().mapToInt(it -> it.columns().fields().length).sum();

    // when
    DataDictionary.update(tables());
    Dataset<Row> rows = tables().read(Table.DATA_DICTIONARY);

    // then
    assertThat(rows.count()).isEqualTo(columns + Relation.all().size());
    assertThat(rows.where("column_name = ''").count()).isEqualTo(Relation.all().size());
    assertThat(rows.select("table_name", "column_name").distinct().count()).isEqualTo(rows.count());
  }

  @Test
  void shouldFillTheDictionaryFromTheCommentsOfTheTables() {
    // given
    DataDictionary.update(tables());

    // when
    List<Row> rows =
        tables()
            .read(Table.DATA_DICTIONARY)
            .where("table_name = 'gold.zero_days' AND position IN (0, 15)")
            .orderBy("position")
            .collectAsList();

    // then
    assertThat(rows)
        .containsExactly(
            RowFactory.create(
                "gold.zero_days",
                "",
                0,
                "",
                Table.ZERO_DAYS.comment().chinese(),
                Table.ZERO_DAYS.comment().english(),
                null,
                null),
            RowFactory.create(
                "gold.zero_days",
                "unknown_days",
                15,
                "INT",
                "情况不明天数",
                "Days not delivered, or with a line in quarantine or a record of unknown day",
                "days",
                "days - days_covered"));
  }

  @Test
  void shouldWriteTheDictionaryOnlyWhereItDiffers() {
    // given
    boolean first = DataDictionary.update(tables());

    // when
    boolean again = DataDictionary.update(tables());
    tables().deleteWhere(Table.DATA_DICTIONARY, "table_name = 'gold.zero_days'");
    boolean incomplete = DataDictionary.update(tables());

    // then
    assertThat(first).isTrue();
    assertThat(again).isFalse();
    assertThat(incomplete).isTrue();
    assertThat(tables().version(Table.DATA_DICTIONARY)).isEqualTo(3);
    assertThat(tables().read(Table.DATA_DICTIONARY).where("table_name = 'gold.zero_days'").count())
        .isEqualTo(1 + Table.ZERO_DAYS.columns().size());
  }

  @Test
  void shouldKeepThePageUpToDate() throws IOException {
    // given
    if (Boolean.getBoolean("tongqi.regenerate")) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, DataDictionary.markdown());
    }

    // then
    assertThat(PAGE)
        .as(
            "regenerate it: mvn verify -Dit.test=DataDictionaryIT -Dtest=None -Dtongqi.regenerate=true")
        .hasContent(DataDictionary.markdown());
  }
}
