package io.tongqi.figures;

import io.tongqi.coverage.Evidence;
import io.tongqi.settings.Settings;
import io.tongqi.tables.Parallel;
import io.tongqi.tables.Table;
import io.tongqi.tables.View;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The rows of the gold tables for one request, each without as_of.
 *
 * @param samePeriods of gold.same_periods
 * @param zeroDays of gold.zero_days
 * @param periodFacts of gold.period_facts
 * @param decadeComparison of gold.decade_comparison
 * @param stationClearance of gold.station_clearance
 * @param stationRecovery of gold.station_recovery
 */
record Figures(
    Dataset<Row> samePeriods,
    Dataset<Row> zeroDays,
    Dataset<Row> periodFacts,
    Dataset<Row> decadeComparison,
    Dataset<Row> stationClearance,
    Dataset<Row> stationRecovery) {
  private static final String ZERO_RUNS = "zero_runs";

  /** Computes the figures; registers the views that the SQL files of the metrics read. */
  static Figures of(SparkSession spark, Settings settings, Request request, Inputs inputs) {
    inputs.ledger().createOrReplaceTempView("ledger");
    inputs.quarantine().createOrReplaceTempView("quarantine");
    Periods periods = Periods.of(request, settings);
    Evidence found =
        Holdings.read(spark, inputs.receipts(), request.batches())
            .evidence(periods.horizon(), settings);
    new Views(spark, settings).register(request, periods, found);
    Proportions.register(spark);
    Broadcast<Evidence> evidence =
        JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(found);
    PeriodPlan plan = new PeriodPlan(request.asOf(), settings.years(), periods);
    registerDayTotals(spark);
    MetricFile.SEGMENT_SUMS.register(spark);
    new Parallel("sums")
        .run(
            List.of(
                () ->
                    keep(
                        ZERO_RUNS,
                        ZeroDays.of(
                            MetricFile.INCIDENT_DAYS.rows(spark),
                            evidence,
                            plan,
                            periods.horizon())),
                () -> keep(MetricFile.AREA_SUMS.file(), MetricFile.AREA_SUMS.rows(spark))));
    Dataset<Row> zeroDays = spark.table(ZERO_RUNS);
    Dataset<Row> facts = periodFacts(spark);
    return new Figures(
        periods.rows(spark),
        zeroDays.where("vintage = 'latest'").drop("vintage"),
        facts,
        DecadeComparison.of(facts, evidence, plan),
        MetricFile.STATION_CLEARANCE.rows(spark),
        MetricFile.STATION_RECOVERY.rows(spark));
  }

  /** The rows of silver.day_totals that come of the batches that count. */
  private static void registerDayTotals(SparkSession spark) {
    spark
        .sql("SELECT * FROM ledger LEFT SEMI JOIN batches USING (batch_id)")
        .createOrReplaceTempView("counted_ledger");
    spark
        .sql(
            View.DAY_TOTALS.query(
                Map.of(
                    Table.LEDGER, "counted_ledger",
                    View.STATION_AREAS, "station_areas",
                    Table.CATEGORIES, "categories")))
        .createOrReplaceTempView("day_totals");
  }

  private static Dataset<Row> periodFacts(SparkSession spark) {
    MetricFile.DAY_SUMS.register(spark);
    MetricFile.COHORT_SUMS.register(spark);
    MetricFile.FACTS.register(spark);
    MetricFile.PERIOD_SUMS.register(spark);
    for (MetricFile family : MetricFile.families()) {
      family.rows(spark).createOrReplaceTempView(MetricFile.PERIOD_SUMS.file());
    }
    keep(MetricFile.PERIOD_FACTS.file(), MetricFile.PERIOD_FACTS.rows(spark));
    return spark.table(MetricFile.PERIOD_FACTS.file());
  }

  /** Computes rows once for all that read them, who then do not plan again how they come about. */
  private static void keep(String view, Dataset<Row> rows) {
    rows.localCheckpoint().createOrReplaceTempView(view);
  }
}
