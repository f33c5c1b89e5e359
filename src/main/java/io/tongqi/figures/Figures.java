package io.tongqi.figures;

import io.tongqi.domain.Measure;
import io.tongqi.ingest.Receipts;
import io.tongqi.settings.Settings;
import io.tongqi.tables.Parallel;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/** The rows of the gold tables for one request, each without as_of. */
final class Figures {
  private final SparkSession spark;
  private final Periods periods;

  private Figures(SparkSession spark, Periods periods) {
    this.spark = spark;
    this.periods = periods;
  }

  /** Computes the figures; registers the views that the SQL files of the metrics read. */
  static Figures of(SparkSession spark, Settings settings, Request request, Inputs inputs) {
    inputs.ledger().createOrReplaceTempView("ledger");
    inputs.quarantine().createOrReplaceTempView("quarantine");
    inputs.activities().createOrReplaceTempView("activity_entries");
    registerReceipts(inputs.receipts(), request.batches());
    Periods periods = Periods.of(request, settings);
    Views views = new Views(spark, settings, request, periods);
    views.register();
    Functions.register(spark);
    Figures figures = new Figures(spark, periods);
    new Parallel("sums").run(List.of(figures::keepDoubts, figures::keepSums));
    views.registerAreas(figures.doubted());
    figures.compute(
        () ->
            new UndatedRecords(settings, request.knownAt())
                .during(
                    spark.table("standing_receipts"),
                    inputs.versions(),
                    () -> figures.keep(MetricFile.UNDATED_DAYS)));
    return figures;
  }

  private static void registerReceipts(Dataset<Row> receipts, Optional<Set<String>> batches) {
    Dataset<Row> counting =
        batches
            .map(it -> receipts.where(functions.col("batch_id").isInCollection(it)))
            .orElse(receipts);
    counting.select("batch_id").distinct().createOrReplaceTempView("batches");
    Receipts.standing(counting).createOrReplaceTempView("standing_receipts");
  }

  private void keepDoubts() {
    keep(MetricFile.DELIVERED);
    keep(MetricFile.UNDELIVERED);
    MetricFile.SOURCE_DAYS.register(spark);
    MetricFile.SOURCE_DELAYS.register(spark);
    keep(MetricFile.SILENCES);
    keep(MetricFile.DOUBTS);
  }

  private void keepSums() {
    keep(MetricFile.SUMS_BY_SEGMENT);
    keep(MetricFile.SUMS_BY_STATION);
  }

  /** By source, the measures of which it has doubtful days. */
  private Map<String, Set<Measure>> doubted() {
    Map<String, Set<Measure>> doubted = new HashMap<>();
    for (Row row : spark.sql("SELECT DISTINCT source, measure FROM doubts").collectAsList()) {
      doubted
          .computeIfAbsent(row.getString(0), source -> EnumSet.noneOf(Measure.class))
          .add(Measure.valueOf(row.getString(1).toUpperCase(Locale.ROOT)));
    }
    return doubted;
  }

  private void compute(Runnable undatedDays) {
    MetricFile.STATION_NAMES.register(spark);
    MetricFile.LATE_DELIVERIES.register(spark);
    MetricFile.OPEN_LINES.register(spark);
    new Parallel("sums")
        .run(
            List.of(
                () -> {
                  keep(MetricFile.UNKNOWN_DAYS);
                  keep(MetricFile.PERIOD_COVERAGE);
                },
                undatedDays,
                () -> keep(MetricFile.OPEN_SCOPES),
                () -> keep(MetricFile.INCIDENT_DAYS)));
    MetricFile.OPEN_COUNTS.register(spark);
    MetricFile.OPEN_DAYS.register(spark);
    MetricFile.ON_TIME_DAYS.register(spark);
    MetricFile.PERIOD_DAYS.register(spark);
    MetricFile.SUMS_BY_AREA.register(spark);
    keep(MetricFile.PERIOD_SUMS);
    for (MetricFile family :
        List.of(
            MetricFile.CLEARANCE,
            MetricFile.RECOVERY,
            MetricFile.CASE_SPEED,
            MetricFile.ZERO_RUNS)) {
      family.rows(spark).createOrReplaceTempView(MetricFile.PERIOD_SUMS.file());
    }
  }

  /** Computes rows once for all that read them, who then do not plan again how they come about. */
  private void keep(MetricFile file) {
    file.rows(spark).localCheckpoint().createOrReplaceTempView(file.file());
  }

  /** Of silver.coverage. */
  Dataset<Row> coverage() {
    MetricFile.COVERAGE_DAYS.register(spark);
    return MetricFile.COVERAGE.rows(spark);
  }

  /** Of gold.same_periods. */
  Dataset<Row> samePeriods() {
    return spark.createDataFrame(
        periods.samePeriods(),
        StructType.fromDDL(
            "window STRING, year INT, first_day DATE, last_day DATE, days INT, is_current BOOLEAN,"
                + " is_defined BOOLEAN"));
  }

  /** Of gold.zero_days. */
  Dataset<Row> zeroDays() {
    return MetricFile.ZERO_DAYS.rows(spark);
  }

  /** Of gold.period_facts. */
  Dataset<Row> periodFacts() {
    return MetricFile.PERIOD_FACTS.rows(spark);
  }

  /** Of gold.decade_comparison. */
  Dataset<Row> decadeComparison() {
    return MetricFile.DECADE_COMPARISON.rows(spark);
  }

  /** Of gold.station_clearance. */
  Dataset<Row> stationClearance() {
    return MetricFile.STATION_CLEARANCE.rows(spark);
  }

  /** Of gold.station_recovery. */
  Dataset<Row> stationRecovery() {
    return MetricFile.STATION_RECOVERY.rows(spark);
  }

  /** Of gold.activity_totals. */
  Dataset<Row> activityTotals() {
    MetricFile.ACTIVITY_DAYS.register(spark);
    keep(MetricFile.ACTIVITY_SUMS);
    MetricFile.ACTIVITY_YEARS.register(spark);
    return MetricFile.ACTIVITY_TOTALS.rows(spark);
  }
}
