package io.tongqi.figures;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.tongqi.settings.Settings;
import io.tongqi.tables.Parallel;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
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
   * Replaces silver.coverage, unless a later day was computed before, and the request's last day in
   * gold.same_periods, period_facts, decade_comparison, zero_days, station_clearance,
   * station_recovery and activity_totals.
   */
  public void run(Request request) {
    tables.fitShuffles(Table.RECORD_VERSIONS);
    Figures figures = Figures.of(spark, settings, request, Inputs.of(tables));
    LocalDate asOf = request.asOf();
    new Parallel("compare")
        .run(
            List.of(
                () -> write(asOf, Table.DECADE_COMPARISON, figures.decadeComparison()),
                () -> write(asOf, Table.PERIOD_FACTS, figures.periodFacts()),
                () -> write(asOf, Table.ZERO_DAYS, figures.zeroDays()),
                () -> write(asOf, Table.STATION_CLEARANCE, figures.stationClearance()),
                () -> write(asOf, Table.STATION_RECOVERY, figures.stationRecovery()),
                () -> write(asOf, Table.ACTIVITY_TOTALS, figures.activityTotals()),
                () -> writeCoverage(asOf, figures),
                () -> write(asOf, Table.SAME_PERIODS, figures.samePeriods())));
  }

  private void writeCoverage(LocalDate asOf, Figures figures) {
    if (tables.read(Table.SAME_PERIODS).where(col("as_of").gt(Date.valueOf(asOf))).isEmpty()) {
      tables.overwrite(Table.COVERAGE, figures.coverage());
    }
  }

  private void write(LocalDate asOf, Table table, Dataset<Row> rows) {
    tables.replaceWhere(
        table,
        "as_of = DATE'%s'".formatted(asOf),
        rows.withColumn("as_of", lit(Date.valueOf(asOf))));
  }
}
