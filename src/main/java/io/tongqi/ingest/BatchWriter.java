package io.tongqi.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.tongqi.calendar.DayRange;
import io.tongqi.faults.DataRefusedException;
import io.tongqi.settings.Format;
import io.tongqi.settings.Settings;
import io.tongqi.settings.SourceMapping;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
  private final List<String> columns;

  BatchWriter(SparkSession spark, Tables tables, Settings settings, SourceMapping mapping) {
    this.spark = spark;
    this.tables = tables;
    this.settings = settings;
    this.mapping = mapping;
    this.columns = List.copyOf(Expressions.inputColumns(spark, mapping).keySet());
  }

  Batch write(
      DeliveryPlan plan, Receipts held, DeliveryPlan.Scope scope, long number, String batchId) {
    try {
      Rows rows = plan.contents().isEmpty() ? Rows.NONE : writeRows(plan, batchId);
      Map<String, Long> byReason = rows.rejected() == 0 ? Map.of() : reasons(batchId);
      refuseTooMany(rows, byReason, batchId);
      List<Receipt> receipts = receipts(plan, held, number, batchId);
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
   */
  private record Rows(long read, long rejected, Set<String> inContents) {
    static final Rows NONE = new Rows(0, 0, Set.of());
  }

  private Rows writeRows(DeliveryPlan plan, String batchId) {
    Observation observation = new Observation();
    Dataset<Row> accepted =
        judged(plan.contents(), RowReader.RawText.DROPPED)
            .observe(
                observation,
                count(lit(1)).as("read"),
                count(col("reason")).as("rejected"),
                collect_set(when(col("reason").isNotNull(), col("_content"))).as("contents"))
            .where("reason IS NULL");
    append(Table.RECORD_VERSIONS, accepted, batchId);
    Rows rows = seen(observation);
    if (mapping.format() != Format.PARQUET && !mapping.csv().multiline()) {
      refuseLostLines(plan, rows);
    }
    if (rows.rejected() > 0) {
      List<PlannedContent> again =
          plan.contents().stream().filter(it -> rows.inContents().contains(it.sha256())).toList();
      Dataset<Row> rejected =
          judged(again, RowReader.RawText.KEPT)
              .where("reason IS NOT NULL")
              .withColumn("status", lit("open"))
              .withColumn("settled_by", lit(null).cast("string"));
      append(Table.QUARANTINE, rejected, batchId);
    }
    return rows;
  }

  @SuppressWarnings("unchecked")
  private static Rows seen(Observation observation) {
    try {
      Map<String, Object> seen = observation.getAsJava();
      return new Rows(
          (Long) seen.get("read"),
          (Long) seen.get("rejected"),
          CollectionConverters.asJava((scala.collection.Seq<String>) seen.get("contents")).stream()
              .collect(Collectors.toSet()));
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while counting rows", interruption);
    }
  }

  private Dataset<Row> judged(List<PlannedContent> contents, RowReader.RawText rawText) {
    Dataset<Row> rows = new DeliveredRows(spark, mapping, columns).of(contents, rawText);
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

  private void refuseLostLines(DeliveryPlan plan, Rows rows) {
    long headers = mapping.format() == Format.CSV ? plan.contents().size() : 0;
    long lines = plan.contents().stream().mapToLong(PlannedContent::lines).sum() - headers;
    if (lines != rows.read()) {
      throw new IllegalStateException(
          "reading source %s: its files hold %d lines, but %d rows came out of them"
              .formatted(mapping.source(), lines, rows.read()));
    }
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

  private void refuseTooMany(Rows rows, Map<String, Long> byReason, String batchId) {
    double limit = settings.rejectShareLimit();
    if (rows.rejected() <= limit * rows.read()) {
      return;
    }
    List<String> faults = new ArrayList<>();
    faults.add(
        String.format(
            Locale.ROOT,
            "reading the deliveries of source %s: %d of %d rows are rejected, more than the share of %s that reject_share_limit in %s allows; nothing was booked; correct the files or the mapping %s",
            mapping.source(),
            rows.rejected(),
            rows.read(),
            limit,
            settings.file(),
            mapping.file()));
    for (Map.Entry<String, Long> reason : byReason.entrySet()) {
      Row example =
          tables
              .read(Table.QUARANTINE)
              .where(col("batch_id").equalTo(batchId).and(col("reason").equalTo(reason.getKey())))
              .orderBy("file", "line")
              .first();
      faults.add(
          "  %s: %d rows (%s), first in file %s line %s: %s"
              .formatted(
                  reason.getKey(),
                  reason.getValue(),
                  Reason.valueOf(reason.getKey().toUpperCase(Locale.ROOT)).meaning(),
                  example.getAs("file"),
                  example.getAs("line"),
                  example.getAs("raw")));
    }
    throw new DataRefusedException(faults);
  }

  private List<Receipt> receipts(DeliveryPlan plan, Receipts held, long number, String batchId) {
    Map<String, DayRange> byColumn =
        new ColumnCoverage(spark, mapping, columns).of(plan.contents());
    List<Receipt> receipts = new ArrayList<>();
    for (Map.Entry<DeliveredFile, ContentScan> entry : plan.files().entrySet()) {
      DeliveredFile file = entry.getKey();
      String content = entry.getValue().sha256();
      boolean isRead = plan.contents().stream().anyMatch(it -> it.sha256().equals(content));
      Optional<DayRange> covered =
          Covered.isByColumn(mapping, file)
              ? Optional.ofNullable(byColumn.get(content)).or(() -> coveredBefore(held, content))
              : Covered.byNameOrDeclaration(mapping, file);
      if (covered.isEmpty()) {
        throw new DataRefusedException(
            List.of(
                "reading the deliveries of source %s: file %s has no row that tells which days it covers; deliver it with rows, or declare its days under covers in %s"
                    .formatted(mapping.source(), file.path(), mapping.file())));
      }
      Optional<LocalDate> delivered =
          mapping
              .delivered()
              .flatMap(it -> it.days(file.path()))
              .map(DayRange::last)
              .or(() -> covered.map(DayRange::last));
      receipts.add(
          new Receipt(
              mapping.source(),
              mapping.mode().name().toLowerCase(Locale.ROOT),
              file,
              content,
              Ingest.mappingHash(settings, mapping),
              delivered,
              covered,
              Covered.station(mapping, file),
              RowCounts.NONE,
              batchId,
              isRead ? batchId : held.active().get(content).rowsBatchId(),
              number));
    }
    return receipts;
  }

  private static Optional<DayRange> coveredBefore(Receipts held, String content) {
    return Optional.ofNullable(held.active().get(content)).flatMap(ActiveContent::covered);
  }

  private static Batch check(Batch batch, Rows rows) {
    RowCounts counted = batch.rows();
    long held =
        batch.receipts().stream()
            .filter(it -> !RowCounter.isFirstOfItsContent(batch, it))
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
