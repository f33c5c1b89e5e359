package io.tongqi.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongqi.SparkTest;
import java.io.File;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

class WarehouseCatalogIT extends SparkTest {
  private static final String QUERY =
      "SELECT category, 'gold.releases and silver.categories' AS text FROM silver.categories";

  @Test
  void shouldReadTheTablesAsTheyAre() {
    tables().append(Table.CATEGORIES, category("theft"), "first");

    assertThat(texts(reader(Map.of()).sql(QUERY)))
        .containsExactly("theft,gold.releases and silver.categories");
  }

  @Test
  void shouldReadTheTablesAsTheyStoodWithTheQueryUntouched() {
    // given
    tables().append(Table.CATEGORIES, category("theft"), "first");
    tables().append(Table.CATEGORIES, category("fraud"), "second");
    SparkSession reader = reader(Map.of("silver.categories", 1L));

    // then
    assertThat(texts(reader.sql(QUERY)))
        .containsExactly("theft,gold.releases and silver.categories");
    assertThat(
            texts(
                reader.sql(
                    "WITH categories AS (SELECT 1) SELECT c.category FROM SILVER.CATEGORIES AS c")))
        .containsExactly("theft");
    assertThat(texts(reader.sql("SELECT silver.categories.category FROM silver.categories")))
        .containsExactly("theft");
    assertThat(texts(spark().sql(QUERY))).hasSize(2);
  }

  @Test
  void shouldReadAViewOverTheTablesAsTheyStood() {
    // given
    tables().append(Table.RECEIPTS, SampleRows.row(spark(), Table.RECEIPTS, Map.of()), "first");
    Map<String, Long> before = Map.of("bronze.receipts", 0L, "bronze.record_versions", 0L);

    // when
    Dataset<Row> incidents = reader(before).table("silver.incidents");

    // then
    assertThat(spark().table("silver.incidents").inputFiles()).isNotEmpty();
    assertThat(incidents.inputFiles()).isEmpty();
    assertThat(incidents.count()).isZero();
  }

  @Test
  void shouldListTheNamesOfTheWarehouse() {
    SparkSession reader = reader(Map.of());

    assertThat(texts(reader.sql("SHOW DATABASES")))
        .containsExactlyInAnyOrder("bronze", "silver", "gold");
    assertThat(texts(reader.sql("SHOW TABLES IN bronze")))
        .contains("bronze,receipts,false", "bronze,quarantine,false");
    assertThat(texts(reader.sql("DESCRIBE TABLE silver.categories")))
        .anyMatch(column -> column.startsWith("category,string,"));
  }

  @Test
  void shouldCreateNothingAndSayWhatIsMissing() {
    Tables nothing = new Tables(spark().newSession(), warehouse());
    nothing.name();

    assertThatThrownBy(() -> nothing.spark().table("gold.releases"))
        .isInstanceOf(TableException.class)
        .hasMessage(
            "Opening gold.releases: there is no table at "
                + warehouse()
                + "/gold/releases; run ingest or nightly first, which create the tables.");
    assertThat(new File(warehouse())).doesNotExist();
  }

  @Test
  void shouldLetNobodyChangeTheWarehouseBySql() {
    SparkSession reader = reader(Map.of());

    assertThatThrownBy(() -> reader.sql("DROP TABLE silver.categories"))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage(
            "Changing what is in the warehouse by SQL: its tables and views can only be read; use"
                + " the commands of Tongqi.");
  }

  private SparkSession reader(Map<String, Long> versions) {
    tables();
    Tables own = new Tables(spark().newSession(), warehouse());
    own.name(versions);
    return own.spark();
  }

  private static List<String> texts(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(row -> row.mkString(",")).toList();
  }

  private static Dataset<Row> category(String name) {
    return spark().sql("SELECT '" + name + "' AS category, 'all' AS category_group");
  }
}
