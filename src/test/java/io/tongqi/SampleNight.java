package io.tongqi;

import com.univocity.parsers.common.record.Record;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The main job on the committed sample, wherever its tables and deliveries lie. */
public final class SampleNight {
  private static final Path SAMPLE = Path.of("data-sample");
  private static final List<String> COMPARED =
      List.of(
          "prior_value",
          "change_pct",
          "rank",
          "peer_rank",
          "peer_count",
          "record",
          "within_chance");

  private final Path settings;
  private final String warehouse;

  /**
   * Copies settings and reference data into a folder.
   *
   * @param warehouse where the tables are to be, any Hadoop path
   * @param deliveries where the deliveries are, any Hadoop path
   */
  public SampleNight(Path folder, String warehouse, String deliveries) throws IOException {
    this.settings = folder.resolve("conf/tongqi.yaml");
    this.warehouse = warehouse;
    FileUtils.copyDirectory(
        SAMPLE.resolve("reference").toFile(), folder.resolve("data-sample/reference").toFile());
    FileUtils.copyDirectory(Path.of("conf").toFile(), folder.resolve("conf").toFile());
    replace(settings, "${TONGQI_WAREHOUSE:-../target/warehouse}", warehouse);
    for (String source : List.of("calls", "cases", "registers")) {
      replace(
          folder.resolve("conf/sources/%s.yaml".formatted(source)),
          "../../data-sample/deliveries",
          deliveries);
    }
  }

  /** The main job with tables and deliveries in a folder; without those that begin so. */
  public static SampleNight local(Path folder, String withoutFile) throws IOException {
    Path deliveries = folder.resolve("deliveries");
    deliver(deliveries, withoutFile);
    return new SampleNight(folder, folder.resolve("warehouse").toString(), deliveries.toString());
  }

  /** Copies the deliveries of the sample into a folder, but those that begin so. */
  public static void deliver(Path folder, String withoutFile) throws IOException {
    FileUtils.copyDirectory(
        SAMPLE.resolve("deliveries").toFile(),
        folder.toFile(),
        file -> withoutFile.isEmpty() || !file.getName().startsWith(withoutFile));
  }

  /** Runs the job and gives its exit code. */
  public int run() {
    return Main.execute("nightly", "--conf", settings.toString(), "--as-of", "2024-06-30");
  }

  /** Where the figures are not those of the sample. */
  public List<String> differences(SparkSession spark) {
    Map<String, Row> facts = rows(spark, "period_facts", "year");
    Map<String, Row> comparisons = rows(spark, "decade_comparison", "metric");
    List<String> differences = new ArrayList<>();
    for (Record expected : expected("expected.csv")) {
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
        for (String column : COMPARED) {
          check(
              differences,
              place + " " + metric,
              column,
              expected.getString(column),
              comparisons.get(place + " " + metric));
        }
      }
    }
    return Stream.concat(differences.stream(), activityDifferences(spark).stream()).toList();
  }

  /** Where the totals of activities are not those of the sample. */
  private List<String> activityDifferences(SparkSession spark) {
    Map<String, Row> totals = new HashMap<>();
    rows(spark, "activity_totals")
        .forEach(row -> totals.put(row.getAs("area") + " " + row.getAs("activity"), row));
    List<String> differences = new ArrayList<>();
    for (Record expected : expected("expected-activities.csv")) {
      String place = expected.getString("area") + " " + expected.getString("activity");
      for (String column : List.of("year", "value", "prior_value", "change_pct", "baseline_en")) {
        check(differences, place, column, expected.getString(column), totals.get(place));
      }
    }
    return differences;
  }

  private static void replace(Path file, String text, String replacement) throws IOException {
    Files.writeString(file, Files.readString(file).replace(text, replacement));
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

  private Map<String, Row> rows(SparkSession spark, String table, String last) {
    Map<String, Row> rows = new HashMap<>();
    for (Row row : rows(spark, table)) {
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

  private List<Row> rows(SparkSession spark, String table) {
    return spark
        .read()
        .format("delta")
        .load(warehouse + "/gold/" + table)
        .where("as_of = DATE'2024-06-30' AND window = 'last_half'")
        .collectAsList();
  }

  private static List<Record> expected(String file) {
    CsvParserSettings settings = new CsvParserSettings();
    settings.setHeaderExtractionEnabled(true);
    return new CsvParser(settings).parseAllRecords(SAMPLE.resolve(file).toFile());
  }
}
