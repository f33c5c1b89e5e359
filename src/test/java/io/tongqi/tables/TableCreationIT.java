package io.tongqi.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongqi.SparkTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableCreationIT extends SparkTest {
  @TempDir private Path folder;

  @Test
  void shouldCreateEveryTableAsItsDdlSays() {
    // given
    Tables tables = new Tables(spark(), folder.resolve("数据 仓库's").toString());

    // when
    tables.create();

    // then
    for (Table table : Table.values()) {
      assertThat(tables.read(table).schema()).as(table.fullName()).isEqualTo(table.columns());
      assertThat(spark().table(table.fullName()).schema()).isEqualTo(table.columns());
      assertThat(tables.comment(table)).isEqualTo(table.comment());
      assertThat(tables.version(table)).isZero();
      assertThat(Path.of(tables.location(table), "_delta_log")).isDirectory();
    }
  }

  @Test
  void shouldLeaveExistingTablesAsTheyAre() {
    // given
    Tables tables = tables();
    tables.append(
        Table.CATEGORIES, SampleRows.row(spark(), Table.CATEGORIES, Map.of()), "categories");

    // when
    new Tables(spark(), warehouse() + "/").create();

    // then
    assertThat(spark().table("silver.categories").count()).isOne();
    assertThat(tables.version(Table.CATEGORIES)).isOne();
    assertThat(tables.version(Table.LEDGER)).isZero();
  }

  @Test
  void shouldNameTheTablesOfTheWarehouseOpenedLast() {
    // given
    Tables first = tables();
    first.append(
        Table.CATEGORIES, SampleRows.row(spark(), Table.CATEGORIES, Map.of()), "categories");

    // when
    emptyTables(folder.resolve("second"));

    // then
    assertThat(spark().table("silver.categories").count()).isZero();
    assertThat(first.read(Table.CATEGORIES).count()).isOne();
  }

  @Test
  void shouldLetEveryReaderOpenGold() throws IOException {
    for (Table table : Table.values()) {
      // given
      Path log = Path.of(tables().location(table), "_delta_log");

      // when
      List<String> commit = Files.readAllLines(log.resolve("00000000000000000000.json"));

      // then
      assertThat(commit)
          .as(table.fullName())
          .filteredOn(action -> action.startsWith("{\"protocol\":"))
          .singleElement()
          .asString()
          .contains("\"minReaderVersion\":1,");
    }
  }

  @Test
  void shouldCreateATableThatARunBeganToCreateBeforeItDied() throws IOException {
    // given
    Tables tables = new Tables(spark(), warehouse());
    Files.createDirectories(Path.of(tables.location(Table.RUNS), "_delta_log"));

    // when
    tables.create(Table.RUNS);

    // then
    assertThat(tables.read(Table.RUNS).count()).isZero();
  }

  @Test
  void shouldLeaveWhatIsNoPartOfATableWhereItLies() throws IOException {
    // given
    Tables tables = new Tables(spark(), warehouse());
    Path folder = Files.createDirectories(Path.of(tables.location(Table.RUNS)));
    Path foreign = Files.writeString(folder.resolve("notes.txt"), "mine");

    // then
    assertThatThrownBy(() -> tables.create(Table.RUNS))
        .isInstanceOf(TableException.class)
        .hasMessageContaining(
            "the folder holds notes.txt, which is no part of a table; move it away");
    assertThat(foreign).hasContent("mine");
  }

  @Test
  void shouldNameTableAndColumnsThatDifferFromTheDdl() {
    // given
    Tables tables = new Tables(spark(), warehouse());
    String location = tables.location(Table.CATEGORIES);
    spark()
        .sql("SELECT 'c' AS category, 1 AS category_group, true AS foreign")
        .write()
        .format("delta")
        .save(location);

    // then
    assertThatThrownBy(tables::create)
        .isInstanceOf(TableException.class)
        .hasMessage(
            "Opening silver.categories at "
                + location
                + ": its columns are not those of its DDL and cannot be made so: category may be null,"
                + " category_group is INT, foreign is not declared; move the table away to have it"
                + " created anew, or use the version of Tongqi that wrote it.");
  }

  @Test
  void shouldNotTouchATableOfTheSameNameInTheCatalogOfTheSession() {
    // given
    String other = "spark_catalog.silver.categories";
    spark().sql("CREATE DATABASE spark_catalog.silver LOCATION '" + folder.resolve("other") + "'");
    spark().sql("CREATE TABLE " + other + " USING parquet AS SELECT 1 AS other");

    try {
      // when
      Tables tables = new Tables(spark(), warehouse());
      tables.create();

      // then
      assertThat(spark().table("silver.categories").schema()).isEqualTo(Table.CATEGORIES.columns());
      assertThat(spark().table(other).collectAsList()).containsExactly(RowFactory.create(1));
    } finally {
      spark().sql("DROP DATABASE spark_catalog.silver CASCADE");
    }
  }
}
