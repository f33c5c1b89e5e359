package io.tongqi.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongqi.SmallForce;
import io.tongqi.SmallForce.Outcome;
import io.tongqi.SparkTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableUpgradeIT extends SparkTest {
  private static final String OLD =
      "CREATE TABLE spark_catalog.delta.`%s` (category STRING NOT NULL, theme STRING NOT NULL"
          + " COMMENT 'old') USING delta TBLPROPERTIES ('delta.constraints.named' = \"theme <> ''\")";

  @TempDir private Path folder;

  @Test
  void shouldGoOnFromTheTablesOfTheReleaseBeforeThisOne() throws IOException {
    // given
    unzip("/upgrade/warehouse-before-0.1.zip");
    SmallForce force =
        new SmallForce(folder)
            .deliver(
                "calls-2024-05.csv",
                "A1,1,101,bicycle,2024-05-05,2024-05-05,,10",
                "A2,1,999,brawl,2024-05-06,,,")
            .deliver(
                "calls-2024-06.csv",
                "A1,1,101,bicycle,2024-05-05,2024-05-05,,10",
                "B1,1,101,bicycle,2024-06-05,,,",
                "B2,1,999,brawl,2024-06-06,,,");

    // when
    Outcome doctor = force.run("doctor", "--as-of", "2024-06-30");
    Outcome night = force.run("nightly", "--as-of", "2024-06-30");

    // then
    assertThat(doctor.out())
        .contains(
            "changes bronze.record_versions: adds activity, adds quantity",
            "changes bronze.quarantine: adds rejected_as_of, adds activity\n");
    assertThat(night.code()).as(night.err()).isZero();
    assertThat(force.run("doctor", "--as-of", "2024-06-30").out()).doesNotContain("upgrade");
    assertThat(
            force.query(
                spark(), "SELECT raw, rejected_as_of, status FROM bronze.quarantine ORDER BY day"))
        .containsExactly(
            "A2,1,999,brawl,2024-05-06,,, 2024-06-30 open",
            "B2,1,999,brawl,2024-06-06,,, 2024-06-30 open");
    assertThat(
            force.query(
                spark(),
                "SELECT as_of, incidents_reported FROM gold.period_facts WHERE vintage = 'latest'"
                    + " AND window = 'year_to_date' AND year = 2024 AND area_level = 'force'"
                    + " AND category_group = 'all' ORDER BY as_of"))
        .containsExactly("2024-05-31 1", "2024-06-30 2");
    assertThat(
            force.query(
                spark(), "SELECT rows_duplicate FROM bronze.receipts WHERE path LIKE '%06.csv'"))
        .as("A1 said again, word for word as before the upgrade")
        .containsExactly("1");
    assertThat(spark().table("bronze.quarantine").schema()).isEqualTo(Table.QUARANTINE.columns());
  }

  @Test
  void shouldRewriteARenamedColumnInOneCommit() {
    // given
    String location = folder.resolve("categories").toString();
    spark().sql(OLD.formatted(location));
    spark()
        .sql(
            "INSERT INTO spark_catalog.delta.`%s` VALUES ('bicycle', 'theft')".formatted(location));
    TableUpgrade upgrade =
        new TableUpgrade(spark(), Table.CATEGORIES, location, Map.of("category_group", "theme"));

    // when
    List<String> changes = upgrade.changes(snapshot(location).schema());
    upgrade.run();

    // then
    assertThat(changes).containsExactly("renames theme to category_group");
    assertThat(snapshot(location).version()).isEqualTo(2);
    assertThat(snapshot(location).schema()).isEqualTo(Table.CATEGORIES.columns());
    assertThat(upgrade.isDue(snapshot(location))).isFalse();
    assertThat(
            spark().read().format("delta").load(location).collectAsList().stream()
                .map(Row::toString))
        .containsExactly("[bicycle,theft]");
    assertThat(folder.resolve("categories.upgrade")).doesNotExist();
  }

  @Test
  void shouldSayWhatCannotBeUpgraded() {
    // given
    String location = folder.resolve("categories").toString();
    spark().sql(OLD.formatted(location));
    spark()
        .sql(
            "INSERT INTO spark_catalog.delta.`%s` VALUES ('bicycle', 'theft')".formatted(location));

    // then
    assertThat(
            new TableUpgrade(spark(), Table.CATEGORIES, location, Map.of())
                .fault(snapshot(location)))
        .hasValueSatisfying(
            it ->
                assertThat(it)
                    .contains(
                        "cannot be made so: category_group is missing, theme is not declared;"));
  }

  @Test
  void shouldRefuseATableOfALaterVersion() {
    // given
    Tables tables = tables();
    spark()
        .sql(
            "ALTER TABLE spark_catalog.delta.`%s` SET TBLPROPERTIES ('tongqi.schema' = '99')"
                .formatted(tables.location(Table.GROUPS)));

    // then
    assertThatThrownBy(tables::create)
        .isInstanceOf(TableException.class)
        .hasMessageStartingWith("Opening silver.groups at ")
        .hasMessageEndingWith(": a later Tongqi wrote it; use that version or a later one.");
  }

  private static Snapshot snapshot(String location) {
    return DeltaLog.forTableWithSnapshot(spark(), location)._2();
  }

  private void unzip(String resource) throws IOException {
    try (InputStream stream = TableUpgradeIT.class.getResourceAsStream(resource);
        ZipInputStream zip = new ZipInputStream(stream)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = folder.resolve(entry.getName());
        if (!entry.isDirectory()) {
          Files.createDirectories(file.getParent());
          Files.copy(zip, file);
        }
      }
    }
  }
}
