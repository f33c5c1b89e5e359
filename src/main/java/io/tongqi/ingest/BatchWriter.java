package io.tongqi.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.tongqi.domain.Format;
import io.tongqi.settings.Settings;
import io.tongqi.settings.SourceMapping;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import scala.jdk.javaapi.CollectionConverters;

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
      Rows rows = plan.contents().isEmpty() ? Rows.NONE : writeRows(plan, held, scope, batchId);
      Map<String, Long> byReason = rows.rejected() == 0 ? Map.of() : reasons(batchId);
      refusals.refuseTooMany(rows.read(), rows.rejected(), byReason, batchId);
      if (rows.read() > rows.rejected()) {
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

  /**
   * What became of the rows of a batch.
   *
   * @param inContents the hashes of the contents that have rejected rows
   * @param given the input columns that some row gives a value, as far as that has to be known
   */
  private record Rows(long read, long rejected, Set<String> inContents, Set<String> given) {
    static final Rows NONE = new Rows(0, 0, Set.of(), Set.of());
  }

  private Rows writeRows(
      DeliveryPlan plan, Receipts held, DeliveryPlan.Scope scope, String batchId) {
    boolean isFirst = held.isEmpty() || scope == DeliveryPlan.Scope.ALL;
    boolean isUnproven = mapping.format() == Format.JSON && isFirst;
    GivenColumns given = new GivenColumns(columns);
    Dataset<Row> delivered = delivered(plan.contents());
    Observation observation = new Observation();
    Dataset<Row> accepted =
        judged(isUnproven ? given.noted(delivered) : delivered)
            .observe(
                observation,
                count(lit(1)).as("read"),
                count(col("reason")).as("rejected"),
                collect_set(when(col("reason").isNotNull(), col("_content"))).as("contents"))
            .where("reason IS NULL");
    append(Table.RECORD_VERSIONS, accepted, batchId);
    Rows rows = waited(() -> seen(observation, isUnproven ? given.names() : Set.copyOf(columns)));
    if (mapping.format() != Format.PARQUET && !mapping.csv().multiline()) {
      refusals.refuseLostLines(plan, rows.read());
    }
    if (rows.rejected() > 0) {
      List<PlannedContent> again =
          plan.contents().stream().filter(it -> rows.inContents().contains(it.sha256())).toList();
      Dataset<Row> rejected =
          judged(delivered(again))
              .where("reason IS NOT NULL")
              .withColumn("status", lit("open"))
              .withColumn("settled_by", lit(null).cast("string"));
      append(Table.QUARANTINE, rejected, batchId);
    }
    return rows;
  }

  @SuppressWarnings("unchecked")
  private static Rows seen(Observation observation, Set<String> given) throws InterruptedException {
    Map<String, Object> seen = observation.getAsJava();
    return new Rows(
        (Long) seen.get("read"),
        (Long) seen.get("rejected"),
        Set.copyOf(
            CollectionConverters.asJava((scala.collection.Seq<String>) seen.get("contents"))),
        given);
  }

  private static <T> T waited(Callable<T> observed) {
    try {
      return observed.call();
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while counting rows", interruption);
    } catch (Exception failure) {
      throw new IllegalStateException("counting rows", failure);
    }
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
    Map<String, Long> reasons = new java.util.TreeMap<>();
    tables
        .read(Table.QUARANTINE)
        .where(col("batch_id").equalTo(batchId))
        .groupBy("reason")
        .count()
        .collectAsList()
        .forEach(row -> reasons.put(row.getString(0), row.getLong(1)));
    return reasons;
  }

  private static Batch check(Batch batch, Rows rows) {
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
