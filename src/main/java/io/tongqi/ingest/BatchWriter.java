package io.tongqi.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.tongqi.domain.Format;
import io.tongqi.settings.Settings;
import io.tongqi.settings.SourceMapping;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import java.util.HashMap;
import java.util.HashSet;
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
  private final DeliveredRows delivered;
  private final Refusals refusals;

  BatchWriter(SparkSession spark, Tables tables, Settings settings, SourceMapping mapping) {
    this.spark = spark;
    this.tables = tables;
    this.settings = settings;
    this.mapping = mapping;
    this.keys = Expressions.inputColumns(spark, mapping);
    this.columns = List.copyOf(keys.keySet());
    this.delivered = new DeliveredRows(spark, mapping, columns);
    this.refusals = new Refusals(tables, settings, mapping);
  }

  Batch write(
      DeliveryPlan plan, Receipts held, DeliveryPlan.Scope scope, long number, String batchId) {
    try {
      Rows rows = plan.contents().isEmpty() ? Rows.NONE : writeRows(plan.contents(), held, scope, batchId);
      Map<String, Long> byReason = rows.rejected() == 0 ? Map.of() : counts(Table.QUARANTINE, "reason", batchId);
      refusals.refuseTooMany(rows.read(), rows.rejected(), byReason, batchId);
      if (rows.read() > rows.rejected()) {
        refusals.refuseNeverGiven(keys, rows.given());
      }
      List<Receipt> receipts =
          new PlannedReceipts(settings, mapping, delivered).of(plan, held, number, batchId);
      Batch uncounted = new Batch(mapping, batchId, number, held, receipts, byReason, scope);
      return check(new RowCounter(spark, tables).counted(uncounted), rows);
    } catch (RuntimeException failure) {
      new Batches(tables).discard(batchId);
      throw failure;
    }
  }

  /**
   * What became of the rows of a batch.
   *
   * @param given the input columns that some row gives a value, as far as that has to be known
   */
  private record Rows(long read, long rejected, Set<String> given) {
    static final Rows NONE = new Rows(0, 0, Set.of());
  }

  private Rows writeRows(
      List<PlannedContent> contents, Receipts held, DeliveryPlan.Scope scope, String batchId) {
    boolean isFirst = held.all().isEmpty() || scope == DeliveryPlan.Scope.ALL;
    boolean isUnproven = mapping.format() == Format.JSON && isFirst;
    GivenColumns given = new GivenColumns(columns);
    Dataset<Row> rows = delivered.of(contents);
    append(
        Table.RECORD_VERSIONS,
        judged(isUnproven ? given.noted(rows) : rows).where("reason IS NULL"),
        batchId);
    Map<String, Long> left = new HashMap<>(delivered.counts(contents));
    long read = sum(left);
    settle(left, Table.RECORD_VERSIONS, batchId);
    long rejected = sum(left);
    if (rejected != 0) {
      List<PlannedContent> again =
          contents.stream().filter(it -> left.get(it.sha256()) != 0).toList();
      append(Table.QUARANTINE, rejected(again), batchId);
      settle(left, Table.QUARANTINE, batchId);
    }
    refusals.refuseLostRows(contents, left);
    return new Rows(read, rejected, isUnproven ? given.names() : Set.copyOf(columns));
  }

  private Dataset<Row> rejected(List<PlannedContent> contents) {
    return judged(delivered.of(contents))
        .where("reason IS NOT NULL")
        .withColumn("status", lit("open"))
        .withColumn("settled_by", lit(null).cast("string"));
  }

  /** Takes the rows that a table has of the batch off those that are left of each content. */
  private void settle(Map<String, Long> left, Table table, String batchId) {
    counts(table, "content_sha256", batchId)
        .forEach((content, count) -> left.merge(content, -count, Long::sum));
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(count -> count).sum();
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

  private Map<String, Long> counts(Table table, String column, String batchId) {
    Map<String, Long> counts = new TreeMap<>();
    tables
        .read(table)
        .where(col("batch_id").equalTo(batchId))
        .groupBy(column)
        .count()
        .collectAsList()
        .forEach(row -> counts.put(row.getString(0), row.getLong(1)));
    return counts;
  }

  private static Batch check(Batch batch, Rows rows) {
    RowCounts counted = batch.rows();
    Set<String> contents = new HashSet<>();
    long held = 0;
    for (Receipt it : batch.receipts()) {
      boolean isRead = it.rowsBatchId().equals(batch.id()) && contents.add(it.contentSha256());
      held += isRead ? 0 : it.rows().read();
    }
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
