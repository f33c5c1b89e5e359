package io.tongqi.metrics;

import static org.apache.spark.sql.functions.lit;

import io.tongqi.coverage.Evidence;
import io.tongqi.settings.Settings;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import java.sql.Date;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Compares the same periods: from the ledger to the gold tables of one last day.
 *
 * @param spark the session
 * @param tables the warehouse
 * @param settings the force, its sources, reference data, years and windows
 */
public record Compare(SparkSession spark, Tables tables, Settings settings) {
  /**
   * Replaces the request's last day in gold.same_periods, period_facts, decade_comparison,
   * zero_days, station_clearance and station_recovery.
   */
  public void run(Request request) {
    Periods periods = Periods.of(request, settings);
    PeriodPlan plan = new PeriodPlan(request.asOf(), settings.years(), periods);
    Broadcast<Evidence> evidence =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .broadcast(registerInputs(request, periods));
    Dataset<Row> zeroDays = zeroDays(evidence, plan, periods);
    Dataset<Row> facts = periodFacts();
    new Parallel("compare")
        .run(
            List.of(
                () -> write(request, Table.PERIOD_FACTS, facts),
                () ->
                    write(
                        request,
                        Table.DECADE_COMPARISON,
                        DecadeComparison.of(facts, evidence, plan)),
                () -> write(request, Table.ZERO_DAYS, zeroDays.where("vintage = 'latest'")),
                () -> write(request, Table.SAME_PERIODS, periods.rows(spark)),
                () -> write(request, Table.STATION_CLEARANCE, rows(MetricFile.STATION_CLEARANCE)),
                () -> write(request, Table.STATION_RECOVERY, rows(MetricFile.STATION_RECOVERY))));
    evidence.destroy();
  }

  private Evidence registerInputs(Request request, Periods periods) {
    tables.read(Table.LEDGER).createOrReplaceTempView("ledger");
    tables.read(Table.DAY_TOTALS).createOrReplaceTempView("day_totals");
    tables.read(Table.QUARANTINE).createOrReplaceTempView("quarantine");
    Evidence evidence =
        Holdings.read(spark, tables.read(Table.RECEIPTS), request.batches())
            .evidence(periods.horizon(), settings);
    Views views = new Views(spark, settings);
    views.registerPeriods(request, periods);
    views.registerReference();
    views.registerCells(evidence, periods);
    Proportions.register(spark);
    return evidence;
  }

  private Dataset<Row> zeroDays(Broadcast<Evidence> evidence, PeriodPlan plan, Periods periods) {
    return kept(
        "zero_runs",
        ZeroDays.of(rows(MetricFile.INCIDENT_DAYS), evidence, plan, periods.horizon()));
  }

  private Dataset<Row> periodFacts() {
    register(MetricFile.SEGMENT_SUMS);
    kept("area_sums", rows(MetricFile.AREA_SUMS));
    register(MetricFile.DAY_SUMS);
    register(MetricFile.COHORT_SUMS);
    register(MetricFile.FACTS);
    register(MetricFile.PERIOD_SUMS);
    for (MetricFile family : MetricFile.families()) {
      rows(family).createOrReplaceTempView("period_sums");
    }
    return kept("period_facts", rows(MetricFile.PERIOD_FACTS));
  }

  private Dataset<Row> rows(MetricFile file) {
    return file.rows(spark);
  }

  private void register(MetricFile file) {
    rows(file).createOrReplaceTempView(file.file());
  }

  /** Computes rows once for all that read them, who then do not plan again how they come about. */
  private static Dataset<Row> kept(String view, Dataset<Row> rows) {
    Dataset<Row> kept = rows.localCheckpoint(false);
    kept.createOrReplaceTempView(view);
    return kept;
  }

  private void write(Request request, Table table, Dataset<Row> rows) {
    tables.replaceWhere(
        table,
        "as_of = DATE'%s'".formatted(request.asOf()),
        rows.withColumn("as_of", lit(Date.valueOf(request.asOf()))));
  }
}
