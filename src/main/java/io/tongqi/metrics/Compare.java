package io.tongqi.metrics;

import static org.apache.spark.sql.functions.lit;

import io.tongqi.coverage.Evidence;
import io.tongqi.coverage.Territories;
import io.tongqi.settings.Settings;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

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
    Evidence weighed = registerInputs(request, periods);
    Broadcast<Evidence> evidence =
        JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(weighed);
    List<Dataset<Row>> kept = new ArrayList<>();
    try {
      write(request, Table.SAME_PERIODS, periods.rows(spark));
      Dataset<Row> zeroDays = keep(kept, zeroDays(evidence, periods));
      zeroDays.createOrReplaceTempView("zero_runs");
      write(request, Table.ZERO_DAYS, zeroDays);
      Dataset<Row> facts = keep(kept, periodFacts(evidence, periods, kept));
      facts.createOrReplaceTempView("period_facts");
      write(request, Table.PERIOD_FACTS, facts);
      write(request, Table.STATION_CLEARANCE, MetricFile.STATION_CLEARANCE.rows(spark));
      write(request, Table.STATION_RECOVERY, MetricFile.STATION_RECOVERY.rows(spark));
      write(
          request,
          Table.DECADE_COMPARISON,
          DecadeComparison.of(facts, evidence, periods, request, settings));
    } finally {
      kept.forEach(it -> it.unpersist());
      evidence.destroy();
    }
  }

  private Evidence registerInputs(Request request, Periods periods) {
    tables.read(Table.LEDGER).createOrReplaceTempView("ledger");
    tables.read(Table.DAY_TOTALS).createOrReplaceTempView("day_totals");
    tables.read(Table.QUARANTINE).createOrReplaceTempView("quarantine");
    Views views = new Views(spark, settings);
    views.registerPeriods(request, periods);
    views.registerReference();
    cells().createOrReplaceTempView("cells");
    Proportions.register(spark);
    return Holdings.read(spark, tables.read(Table.RECEIPTS), request.batches())
        .evidence(periods.horizon(), settings);
  }

  /**
   * Each area with each category group, numbered: columns cell, area_level, area, category_group.
   */
  private Dataset<Row> cells() {
    List<Row> cells = new ArrayList<>();
    Territories.of(settings.reference(), settings.force().code())
        .forEach(
            territory ->
                settings
                    .reference()
                    .groups()
                    .forEach(
                        group ->
                            cells.add(
                                RowFactory.create(
                                    (long) cells.size(),
                                    territory.area().level().column(),
                                    territory.area().code(),
                                    group.categoryGroup()))));
    return spark
        .createDataFrame(
            cells,
            StructType.fromDDL(
                "cell BIGINT, area_level STRING, area STRING, category_group STRING"))
        .repartition(8);
  }

  private Dataset<Row> zeroDays(Broadcast<Evidence> evidence, Periods periods) {
    MetricFile.INCIDENT_DAYS.rows(spark).createOrReplaceTempView("incident_days");
    return ZeroDays.of(
        spark.sql(
            "SELECT cells.*, incident_days FROM cells"
                + " LEFT JOIN incident_days USING (area_level, area, category_group)"),
        evidence,
        periods);
  }

  private Dataset<Row> periodFacts(
      Broadcast<Evidence> evidence, Periods periods, List<Dataset<Row>> kept) {
    Facts.of(spark.table("cells"), evidence, periods).createOrReplaceTempView("facts");
    for (MetricFile file :
        List.of(MetricFile.SEGMENT_SUMS, MetricFile.GROUP_SUMS, MetricFile.AREA_SUMS)) {
      file.rows(spark).createOrReplaceTempView(file.view());
    }
    keep(kept, spark.table("area_sums")).createOrReplaceTempView("area_sums");
    for (MetricFile file : List.of(MetricFile.DAY_SUMS, MetricFile.COHORT_SUMS)) {
      file.rows(spark).createOrReplaceTempView(file.view());
    }
    keep(kept, MetricFile.PERIOD_SUMS.rows(spark)).createOrReplaceTempView("period_sums");
    for (MetricFile file :
        List.of(
            MetricFile.COUNTS,
            MetricFile.CLEARANCE,
            MetricFile.RECOVERY,
            MetricFile.CASE_SPEED,
            MetricFile.ZERO_DAYS)) {
      file.rows(spark).createOrReplaceTempView(file.view());
    }
    return MetricFile.PERIOD_FACTS.rows(spark);
  }

  private static Dataset<Row> keep(List<Dataset<Row>> kept, Dataset<Row> rows) {
    Dataset<Row> persisted = rows.persist(StorageLevel.MEMORY_AND_DISK());
    kept.add(persisted);
    return persisted;
  }

  private void write(Request request, Table table, Dataset<Row> rows) {
    tables.replaceWhere(
        table,
        "as_of = DATE'%s'".formatted(request.asOf()),
        rows.withColumn("as_of", lit(java.sql.Date.valueOf(request.asOf()))));
  }
}
