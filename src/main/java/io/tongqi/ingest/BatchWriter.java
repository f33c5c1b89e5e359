package io.tongqi.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.tongqi.domain.Format;
import io.tongqi.settings.Settings;
import io.tongqi.settings.SourceMapping;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Writes the rows of one batch into bronze and counts what became of them. */
final class BatchWriter {
  private final SparkSession spark;
  private final Tables tables;
  private final Settings settings;
  private final SourceMapping mapping;
  private final Map<String, String> keys;
  private final List<String> columns;
  private final Refusals refusals;

  BatchWriter(SparkSession spark, Tables tables, Settings settings, SourceMapping mapping) {
    this.spark = spark;
    this.tables = tables;
    this.settings = settings;
    this.mapping = mapping;
    this.keys = Expressions.inputColumns(spark, mapping);
    this.columns = List.copyOf(keys.keySet());
    this.refusals = new Refusals(tables, settings, mapping);
  }

  Batch write(
      DeliveryPlan plan, Receipts held, DeliveryPlan.Scope scope, long number, String batchId) {
    try {
      ReadRows rows =
          plan.contents().isEmpty() ? ReadRows.NONE : writeRows(plan, held, scope, batchId);
      Map<String, Long> byReason = rows.rejected() == 0 ? Map.of() : reasons(batchId);
      refusals.refuseTooMany(rows.read(), rows.rejected(), byReason, batchId);
      if (isUnproven(held, scope) && rows.read() > rows.rejected()) {
        refusals.refuseNeverGiven(keys, rows.given());
      }
      List<Receipt> receipts =
          new PlannedReceipts(spark, settings, mapping, columns).of(plan, held, number, batchId);
      Batch uncounted = new Batch(mapping, batchId, number, held, receipts, byReason, scope);
      return check(new RowCounter(spark, tables).counted(uncounted), rows);
    } catch (RuntimeException failure) {
      new Batches(tables).discard(batchId);
      throw failure;
    }
  }

  private ReadRows writeRows(
      DeliveryPlan plan, Receipts held, DeliveryPlan.Scope scope, String batchId) {
    ReadRows.Observer observer = new ReadRows.Observer();
    Dataset<Row> delivered = delivered(plan.contents());
    Dataset<Row> accepted =
        observer
            .verdicts(
                judged(isUnproven(held, scope) ? observer.values(delivered, columns) : delivered))
            .where("reason IS NULL");
    append(Table.RECORD_VERSIONS, accepted, batchId);
    ReadRows rows = observer.rows();
    if (mapping.format() != Format.PARQUET && !mapping.csv().multiline()) {
      refusals.refuseLostLines(plan, rows.read());
    }
    if (rows.rejected() > 0) {
      List<PlannedContent> again =
          plan.contents().stream().filter(it -> rows.rejectedIn().contains(it.sha256())).toList();
      Dataset<Row> rejected =
          judged(delivered(again))
              .where("reason IS NOT NULL")
              .withColumn("status", lit("open"))
              .withColumn("settled_by", lit(null).cast("string"));
      append(Table.QUARANTINE, rejected, batchId);
    }
    return rows;
  }

  /** Whether no line was read yet that shows whether its properties are those of the mapping. */
  private boolean isUnproven(Receipts held, DeliveryPlan.Scope scope) {
    return mapping.format() == Format.JSON && scope.isWhole(held);
  }

  private Dataset<Row> delivered(List<PlannedContent> contents) {
    return new DeliveredRows(spark, mapping, columns).of(contents);
  }

  private Dataset<Row> judged(Dataset<Row> rows) {
    Dataset<Row> records = new CanonicalRecords(spark, mapping, settings.timeZone()).of(rows);
    return new QualityRules(spark, mapping, settings.reference(), settings.unknownCodes())
        .judge(records);
  }

  private void append(Table table, Dataset<Row> rows, String batchId) {
    Dataset<Row> named =
        rows.withColumn("source", lit(mapping.source()))
            .withColumn("batch_id", lit(batchId))
            .withColumnRenamed("_file", "file")
            .withColumnRenamed("_content", "content_sha256")
            .withColumnRenamed("_line", "line")
            .withColumnRenamed("_raw", "raw");
    new Batches(tables).append(table, named, batchId);
  }

  private Map<String, Long> reasons(String batchId) {
    Map<String, Long> reasons = new TreeMap<>();
    tables
        .read(Table.QUARANTINE)
        .where(col("batch_id").equalTo(batchId))
        .groupBy("reason")
        .count()
        .collectAsList()
        .forEach(row -> reasons.put(row.getString(0), row.getLong(1)));
    return reasons;
  }

  private static Batch check(Batch batch, ReadRows rows) {
    RowCounts counted = batch.rows();
    Set<Receipt> ofReadFiles = batch.ofReadFiles();
    long held =
        batch.receipts().stream()
            .filter(it -> !ofReadFiles.contains(it))
            .mapToLong(it -> it.rows().read())
            .sum();
    boolean balances =
        counted.read() == counted.accepted() + counted.quarantined() + counted.duplicate()
            && counted.read() - held == rows.read();
    if (!balances) {
      throw new IllegalStateException(
          "counting the rows of batch %s: %d rows were read, but %s were counted"
              .formatted(batch.id(), rows.read(), counted));
    }
    return batch;
  }
}
