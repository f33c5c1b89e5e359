package io.tongqi.trace;

import static org.apache.spark.sql.functions.col;

import io.tongqi.domain.Area;
import io.tongqi.domain.Metric;
import io.tongqi.domain.Vintage;
import io.tongqi.faults.SettingsException;
import io.tongqi.ledger.Entries;
import io.tongqi.release.Release;
import io.tongqi.settings.Settings;
import io.tongqi.tables.SqlFile;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import java.sql.Date;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * From a published figure to its ledger entries and record versions.
 *
 * @param tables named at the versions of the release
 */
public record Trace(Tables tables, Settings settings, Release release, Figure figure) {
  private static final StructType ASKED =
      StructType.fromDDL(
          "area_level STRING, area STRING, category_group STRING, basis STRING, first_day DATE,"
              + " last_day DATE, cut_off DATE");

  /**
   * A figure of gold.
   *
   * @param year of the window's end
   */
  public record Figure(
      Metric metric, Area area, String group, String window, int year, Vintage vintage) {}

  /**
   * The year of a window's current period in a release.
   *
   * @param tables named at the versions of the release
   * @throws SettingsException when there is no such window
   */
  public static int currentYear(Tables tables, Release release, String window) {
    return periods(tables, release, window).where("is_current").collectAsList().stream()
        .findFirst()
        .map(row -> row.<Integer>getAs("year"))
        .orElseThrow(
            () ->
                new SettingsException(
                    List.of(
                        "tracing a figure of the window %s: release %s has none; correct --window"
                            .formatted(window, release.id()))));
  }

  private static Dataset<Row> periods(Tables tables, Release release, String window) {
    return tables
        .spark()
        .table(Table.SAME_PERIODS.fullName())
        .where(col("as_of").equalTo(Date.valueOf(release.asOf())))
        .where(col("window").equalTo(window))
        .select("first_day", "last_day", "year", "is_current");
  }

  /** What a part of the figure is in gold.period_facts; null where it is not known. */
  public Long published(Part part) {
    Row facts =
        tables
            .spark()
            .table(Table.PERIOD_FACTS.fullName())
            .where(col("as_of").equalTo(Date.valueOf(release.asOf())))
            .where(col("vintage").equalTo(figure.vintage().column()))
            .where(col("window").equalTo(figure.window()))
            .where(col("year").equalTo(figure.year()))
            .where(col("area_level").equalTo(figure.area().level().column()))
            .where(col("area").equalTo(figure.area().code()))
            .where(col("category_group").equalTo(figure.group()))
            .select(col(part.column()).cast("bigint"))
            .collectAsList()
            .stream()
            .findFirst()
            .orElseThrow(() -> unknown("gold.period_facts has no such row"));
    return facts.isNullAt(0) ? null : facts.getLong(0);
  }

  /**
   * The ledger entries of a part.
   *
   * @return rows: day, origin_day, recorded_on DATE, station, category, source, batch_id STRING,
   *     amount BIGINT, which adds up to the figure
   */
  public Dataset<Row> entries(Part part) {
    SparkSession spark = tables.spark();
    Dataset<Row> batches =
        spark.createDataset(List.copyOf(release.batches()), Encoders.STRING()).toDF("batch_id");
    Dataset<Row> ledger =
        spark.table(Table.LEDGER.fullName()).join(batches, batches.columns(), "left_semi");
    return counted(ledger, part)
        .select(
            "day",
            "origin_day",
            "recorded_on",
            "station",
            "category",
            "source",
            "batch_id",
            "amount");
  }

  /**
   * The record versions that book a part, each event of one a row: with a negative amount what a
   * later version takes back.
   *
   * @return rows: source, record_id STRING, recorded_at TIMESTAMP, file STRING, line BIGINT, day,
   *     recorded_on DATE, station, category STRING, amount BIGINT, which adds up to the figure
   */
  public Dataset<Row> versions(Part part) {
    ask(part);
    Dataset<Row> versions = tables.spark().sql(SqlFile.read("trace/versions.sql"));
    return settings.sources().stream()
        .filter(source -> source.books().stream().anyMatch(it -> it.measure() == part.measure()))
        .map(
            source ->
                counted(
                    Entries.withVersions(
                        versions.where(col("source").equalTo(source.source())),
                        source,
                        settings.reference()),
                    part))
        .reduce(Dataset::unionByName)
        .orElseThrow(() -> unknown("no source books " + part.measure().column()))
        .select(
            "source",
            "record_id",
            "recorded_at",
            "file",
            "line",
            "day",
            "recorded_on",
            "station",
            "category",
            "amount");
  }

  private Dataset<Row> counted(Dataset<Row> entries, Part part) {
    ask(part);
    entries.createOrReplaceTempView("traced_entries");
    return tables
        .spark()
        .sql(
            SqlFile.read("trace/counted.sql", Map.of("measure", List.of(part.measure().column()))));
  }

  private void ask(Part part) {
    Row periods = period(figure.year());
    LocalDate last = periods.getDate(1).toLocalDate();
    tables
        .spark()
        .createDataFrame(
            List.of(
                RowFactory.create(
                    figure.area().level().column(),
                    figure.area().code(),
                    figure.group(),
                    part.basis().column(),
                    periods.getDate(0),
                    periods.getDate(1),
                    Date.valueOf(cutOff(last)))),
            ASKED)
        .createOrReplaceTempView("asked");
  }

  /** Up to when something has to be recorded to count. */
  private LocalDate cutOff(LocalDate last) {
    int current = currentYear(tables, release, figure.window());
    LocalDate newest = period(current).getDate(1).toLocalDate();
    long lag = ChronoUnit.DAYS.between(newest, release.knownAt());
    return figure.vintage().cutOff(release.knownAt(), last.plusDays(lag));
  }

  private Row period(int year) {
    return periods(tables, release, figure.window())
        .where(col("year").equalTo(year))
        .collectAsList()
        .stream()
        .findFirst()
        .orElseThrow(() -> unknown("gold.same_periods has no such year of the window"));
  }

  /**
   * Makes sure that the figure of another release is one of the same days.
   *
   * @throws SettingsException when it is not
   */
  public void refuseOtherDays(Trace other) {
    Row days = period(figure.year());
    Row others = other.period(figure.year());
    if (!days.getDate(0).equals(others.getDate(0)) || !days.getDate(1).equals(others.getDate(1))) {
      throw unknown(
          "there it is of %s to %s, and in release %s of %s to %s"
              .formatted(
                  days.getDate(0),
                  days.getDate(1),
                  other.release.id(),
                  others.getDate(0),
                  others.getDate(1)));
    }
  }

  private SettingsException unknown(String why) {
    return new SettingsException(
        List.of(
            "tracing %s of %s in %s, %s %d, release %s: %s; correct the options"
                .formatted(
                    figure.metric().column(),
                    figure.group(),
                    figure.area().code(),
                    figure.window(),
                    figure.year(),
                    release.id(),
                    why)));
  }
}
