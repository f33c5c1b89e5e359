package io.tongqi.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import io.tongqi.domain.Format;
import io.tongqi.settings.Settings;
import io.tongqi.settings.SourceMapping;
import io.tongqi.statistics.Share;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Writes the rows of one batch into bronze and counts what became of them. */
final class BatchWriter {
  private static final int LONGEST_RAW = 10_000;

  private final SparkSession spark;
  private final Tables tables;
  private final Settings settings;
  private final SourceMapping mapping;
  private final LocalDate asOf;
  private final JudgedRows judged;
  private final Refusals refusals;
  private final ShareRules shareRules;
  private final AlikeRows alikeRows;

  BatchWriter(
      SparkSession spark, Tables tables, Settings settings, SourceMapping mapping, LocalDate asOf) {
    this.asOf = asOf;
    this.spark = spark;
    this.tables = tables;
    this.settings = settings;
    this.mapping = mapping;
    this.judged = new JudgedRows(spark, settings, mapping);
    this.refusals = new Refusals(tables, settings, mapping);
    this.shareRules = new ShareRules(tables, settings);
    this.alikeRows = new AlikeRows(spark, mapping, judged.columns());
  }

  Batch write(
      DeliveryPlan plan, Receipts held, DeliveryPlan.Scope scope, long number, String batchId) {
    ReadRows rows =
        plan.contents().isEmpty() ? ReadRows.NONE : writeRows(plan, held, scope, batchId);
    Map<String, Long> byReason = rows.rejected() == 0 ? Map.of() : reasons(batchId);
    Share share = new Share(rows.rejected(), rows.read() - rows.ignored());
    shareRules.judge(mapping, batchId, List.of(rejected(share, byReason, batchId)));
    if (isUnproven(held, scope) && rows.read() > rows.rejected()) {
      Refusals.refuseNeverGiven(mapping, judged.keys(), rows.given());
    }
    List<Receipt> receipts =
        new PlannedReceipts(spark, settings, mapping, judged.columns())
            .of(plan, held, number, batchId);
    refusals.refuseOverlap(held, receipts);
    Remarks remarks = rows.remarks().withUnknownCodes(unknownCodes(plan, rows));
    Map<String, Map<String, Long>> ignored = ignored(plan, rows);
    Map<String, Long> byKind = new TreeMap<>();
    ignored.values().forEach(it -> it.forEach((kind, n) -> byKind.merge(kind, n, Long::sum)));
    Batch uncounted =
        new Batch(
            mapping, batchId, number, held, receipts, byReason, byKind, remarks, List.of(), scope);
    RowCounter counter = new RowCounter(spark, tables, alikeRows);
    return judged(check(counter.counted(uncounted, plan.contents(), ignored), rows), rows);
  }

  private ReadRows writeRows(
      DeliveryPlan plan, Receipts held, DeliveryPlan.Scope scope, String batchId) {
    ReadRows.Observer observer = new ReadRows.Observer(mapping);
    Dataset<Row> delivered = judged.delivered(plan.contents());
    Dataset<Row> watched =
        isUnproven(held, scope) ? observer.values(delivered, judged.columns()) : delivered;
    Dataset<Row> accepted =
        observer.verdicts(judged.judged(watched)).where("reason IS NULL AND _ignored IS NULL");
    append(Table.RECORD_VERSIONS, accepted, batchId);
    ReadRows rows = observer.rows();
    if (mapping.format() != Format.PARQUET && !mapping.csv().multiline()) {
      refusals.refuseLostLines(plan, rows.read());
    }
    if (rows.rejected() > 0) {
      Dataset<Row> rejected =
          again(plan, rows.rejectedIn())
              .where("reason IS NOT NULL")
              .withColumn(
                  "_raw", settings.quarantineRawDays() == 0 ? lit("") : shortened(col("_raw")))
              .withColumn("rejected_as_of", lit(Date.valueOf(asOf)))
              .withColumn("status", lit("open"))
              .withColumn("settled_by", lit(null).cast("string"));
      append(Table.QUARANTINE, rejected, batchId);
    }
    return rows;
  }

  private static List<PlannedContent> those(DeliveryPlan plan, Set<String> contents) {
    return plan.contents().stream().filter(it -> contents.contains(it.sha256())).toList();
  }

  /** Of a long line as much as helps to find it. */
  private static Column shortened(Column raw) {
    return when(length(raw).gt(LONGEST_RAW), concat(substring(raw, 1, LONGEST_RAW), lit("…")))
        .otherwise(raw);
  }

  /** How many rows were ignored, by content and kind. */
  private Map<String, Map<String, Long>> ignored(DeliveryPlan plan, ReadRows rows) {
    Map<String, Map<String, Long>> ignored = new HashMap<>();
    if (rows.ignored() > 0) {
      judged
          .delivered(those(plan, rows.ignoredIn()))
          .where("_ignored IS NOT NULL")
          .groupBy("_content", "_ignored")
          .count()
          .collectAsList()
          .forEach(
              row ->
                  ignored
                      .computeIfAbsent(row.getString(0), content -> new HashMap<>())
                      .put(row.getString(1), row.getLong(2)));
    }
    return ignored;
  }

  /** Whether no line was read yet that shows whether its properties are those of the mapping. */
  private boolean isUnproven(Receipts held, DeliveryPlan.Scope scope) {
    return mapping.format() == Format.JSON && scope.isWhole(held);
  }

  private Dataset<Row> again(DeliveryPlan plan, Set<String> contents) {
    return judged.judged(
        judged.delivered(
            plan.contents().stream().filter(it -> contents.contains(it.sha256())).toList()));
  }

  private List<Remarks.UnknownCode> unknownCodes(DeliveryPlan plan, ReadRows rows) {
    return rows.unknownIn().isEmpty()
        ? List.of()
        : UnknownCodeCounts.of(again(plan, rows.unknownIn()));
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

  private Batch judged(Batch batch, ReadRows rows) {
    long contradicting = batch.rejectedByReason().getOrDefault(Reason.AMBIGUOUS_VERSION.code(), 0L);
    List<Finding> findings = new ArrayList<>(batch.findings());
    findings.add(
        rejected(
            new Share(rows.rejected() + contradicting, rows.read() - rows.ignored()),
            batch.rejectedByReason(),
            batch.id()));
    return batch.withFindings(shareRules.judge(mapping, batch.id(), findings));
  }

  private Finding rejected(Share share, Map<String, Long> byReason, String batchId) {
    boolean isTold = share.exceeds(ShareRule.REJECTED.limit(settings));
    List<String> examples = isTold ? refusals.examples(byReason, batchId) : List.of();
    return new Finding(ShareRule.REJECTED, share, examples);
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
    boolean balances = counted.isBalanced() && counted.read() - held == rows.read();
    if (!balances) {
      throw new IllegalStateException(
          "counting the rows of batch %s: %d rows were read, but %s were counted"
              .formatted(batch.id(), rows.read(), counted));
    }
    return batch;
  }
}
