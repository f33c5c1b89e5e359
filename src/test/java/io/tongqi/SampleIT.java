package io.tongqi;

import static org.assertj.core.api.Assertions.assertThat;

import com.univocity.parsers.common.record.Record;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import io.tongqi.tables.KernelReader;
import io.tongqi.tables.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job on the committed sample, through the command line, held against its figures. */
class SampleIT extends SparkTest {
  private static final Path SAMPLE = Path.of("data-sample");
  private static final String GAOMING =
      "as_of = DATE'2024-06-30' AND window = 'last_half' AND area = 'gaoming'";

  @TempDir private static Path folder;
  private static int exitCode;

  @BeforeAll
  static void runNightly() throws IOException {
    exitCode = nightly(folder, "");
  }

  @Test
  void shouldGiveEveryFigureOfTheSample() {
    assertThat(exitCode).isZero();
    assertThat(differences()).isEmpty();
  }

  @Test
  void shouldLetASecondReaderReadEveryGoldTable() throws IOException {
    for (Table table : Table.values()) {
      if (table.layer().equals("gold")) {
        String location = folder.resolve("warehouse/gold/" + table.table()).toString();
        assertThat(KernelReader.rows(location))
            .as(table.fullName())
            .isEqualTo(KernelReader.rows(spark().read().format("delta").load(location)));
      }
    }
  }

  @Test
  void shouldBeUndeterminedWhenAMonthlyDeliveryIsMissing(@TempDir Path other) throws IOException {
    assertThat(nightly(other, "calls-2024-03")).isZero();

    Row record =
        spark()
            .read()
            .format("delta")
            .load(other.resolve("warehouse/gold/decade_comparison").toString())
            .where(GAOMING)
            .where(
                "vintage = 'latest' AND category_group = 'criminal' AND metric = 'zero_incident_days'")
            .first();

    assertThat(record.<String>getAs("record")).isEqualTo("undetermined");
    assertThat(record.<String>getAs("record_reason_en"))
        .isEqualTo(
            "Cannot be determined whether 2024 is the highest of the 10 same periods of 2015 to 2024:"
                + " 2024: 2024-03-01 to 2024-03-31 (31 of 182 days) is not delivered");
    assertThat(record.<String>getAs("record_reason_zh"))
        .isEqualTo("无法判定2024年是否为2015—2024年10个同期中最多的：2024年：2024-03-01至2024-03-31（182天中的31天）未收到数据");
  }

  private static int nightly(Path target, String withoutFile) throws IOException {
    FileUtils.copyDirectory(
        SAMPLE.resolve("deliveries").toFile(),
        target.resolve("data-sample/deliveries").toFile(),
        file -> withoutFile.isEmpty() || !file.getName().startsWith(withoutFile));
    FileUtils.copyDirectory(
        SAMPLE.resolve("reference").toFile(), target.resolve("data-sample/reference").toFile());
    FileUtils.copyDirectory(Path.of("conf").toFile(), target.resolve("conf").toFile());
    Path settings = target.resolve("conf/tongqi.yaml");
    Files.writeString(
        settings,
        Files.readString(settings)
            .replace("${TONGQI_WAREHOUSE:-../target/warehouse}", "../warehouse"));
    return Main.execute("nightly", "--conf", settings.toString(), "--as-of", "2024-06-30");
  }

  private static List<String> differences() {
    Map<String, Row> facts = rows("period_facts", "year");
    Map<String, Row> comparisons = rows("decade_comparison", "metric");
    List<String> differences = new ArrayList<>();
    for (Record expected : expected()) {
      String place =
          String.join(
              " ",
              expected.getString("vintage"),
              expected.getString("area_level"),
              expected.getString("area"),
              expected.getString("category_group"));
      String metric = expected.getString("metric");
      String year = expected.getString("year");
      check(differences, place, metric, expected.getString("value"), facts.get(place + " " + year));
      if (year.equals("2024")) {
        for (String column :
            List.of(
                "prior_value",
                "change_pct",
                "rank",
                "peer_rank",
                "peer_count",
                "record",
                "within_chance")) {
          check(
              differences,
              place + " " + metric,
              column,
              expected.getString(column),
              comparisons.get(place + " " + metric));
        }
      }
    }
    return differences;
  }

  private static void check(
      List<String> differences, String place, String column, String expected, Row actual) {
    if (expected == null) {
      return;
    }
    Object value = actual == null ? null : actual.getAs(column);
    boolean isSame =
        value instanceof Number number
            ? Math.abs(number.doubleValue() - Double.parseDouble(expected)) < 0.005
            : expected.equals(String.valueOf(value));
    if (!isSame) {
      differences.add("%s %s: expected %s, found %s".formatted(place, column, expected, value));
    }
  }

  private static Map<String, Row> rows(String table, String last) {
    Map<String, Row> rows = new HashMap<>();
    for (Row row :
        spark()
            .read()
            .format("delta")
            .load(folder.resolve("warehouse/gold/" + table).toString())
            .where("as_of = DATE'2024-06-30' AND window = 'last_half'")
            .collectAsList()) {
      rows.put(
          "%s %s %s %s %s"
              .formatted(
                  row.<String>getAs("vintage"),
                  row.<String>getAs("area_level"),
                  row.<String>getAs("area"),
                  row.<String>getAs("category_group"),
                  row.<Object>getAs(last)),
          row);
    }
    return rows;
  }

  private static List<Record> expected() {
    CsvParserSettings settings = new CsvParserSettings();
    settings.setHeaderExtractionEnabled(true);
    return new CsvParser(settings).parseAllRecords(SAMPLE.resolve("expected.csv").toFile());
  }
}
