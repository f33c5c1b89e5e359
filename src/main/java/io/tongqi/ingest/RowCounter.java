package io.tongqi.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_date;

import io.tongqi.calendar.DayRange;
import io.tongqi.domain.Mode;
import io.tongqi.tables.SqlFile;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Counts what became of the rows of a batch, by file, and whether they lie where it claims. */
final class RowCounter {
  private static final StructType CLAIMS =
      StructType.fromDDL(
          "path STRING, content_sha256 STRING, rows_batch_id STRING, first_day DATE, last_day DATE,"
              + " stations ARRAY<STRING>, categories ARRAY<STRING>");

  private final SparkSession spark;
  private final Tables tables;
  private final AlikeRows alikeRows;

  /** Lines of a file: how many, how many outside its scope, whether any may lie on its days. */
  private record Lines(long count, long outside, boolean areOnItsDays) {
    static final Lines NONE = new Lines(0, 0, false);
  }

  RowCounter(SparkSession spark, Tables tables, AlikeRows alikeRows) {
    this.spark = spark;
    this.tables = tables;
    this.alikeRows = alikeRows;
  }

  /**
   * The batch with the counts of its rows on its receipts, and with what is odd about them; days
   * without any row on them go.
   *
   * @param contents the contents that it read
   * @param ignored ignored rows by content and kind
   */
  Batch counted(
      Batch batch, List<PlannedContent> contents, Map<String, Map<String, Long>> ignored) {
    tables.fitShuffles(Table.RECORD_VERSIONS);
    claims(batch).createOrReplaceTempView("claims_of_batch");
    Map<String, Lines> taken =
        byFile(batch, tables.read(Table.RECORD_VERSIONS).withColumn("is_dated", lit(true)));
    Map<String, Lines> rejected = hasRejected(batch) ? byFile(batch, quarantine()) : Map.of();
    if (batch.mapping().mode() == Mode.LEDGER) {
      return counted(batch, taken, rejected, ignored, Map.of(), RepeatedRows.NONE);
    }
    StandingVersions versions = new StandingVersions(tables, batch);
    try (RecordKeys records = records(versions)) {
      if (records.isEmpty()) {
        return counted(batch, taken, rejected, ignored, Map.of(), RepeatedRows.NONE);
      }
      Dataset<Row> receipts = versions.receiptsAfter();
      Dataset<Row> placed =
          StandingVersions.placed(receipts, records.in(versions.delivered())).localCheckpoint();
      Map<String, Long> ambiguous = new AmbiguousLines(tables, batch).quarantine(placed);
      Dataset<Row> standing = StandingVersions.standing(receipts, placed);
      RepeatedRows repeated = RepeatedRows.of(batch, standing, contents, tables, alikeRows);
      return counted(batch, taken, rejected, ignored, ambiguous, repeated);
    }
  }

  /** The records whose versions have to be compared: what comes once only has no other version. */
  private static RecordKeys records(StandingVersions versions) {
    Batch batch = versions.batch();
    return batch.isWhole()
        ? RecordKeys.repeatedIn(versions.delivered().where(col("batch_id").equalTo(batch.id())))
        : RecordKeys.of(versions.touched());
  }

  private static Batch counted(
      Batch batch,
      Map<String, Lines> taken,
      Map<String, Lines> rejected,
      Map<String, Map<String, Long>> ignored,
      Map<String, Long> ambiguous,
      RepeatedRows repeated) {
    Map<String, RowCounts> readBefore = new HashMap<>();
    batch.held().standing().forEach(it -> readBefore.put(it.contentSha256(), it.rows()));
    Set<Receipt> ofReadFiles = batch.ofReadFiles();
    List<Receipt> receipts = new ArrayList<>();
    long accepted = 0;
    long read = 0;
    for (Receipt receipt : batch.receipts()) {
      String path = receipt.file().path();
      Lines versions = taken.getOrDefault(path, Lines.NONE);
      Lines unread = rejected.getOrDefault(path, Lines.NONE);
      RowCounts rows;
      if (ofReadFiles.contains(receipt)) {
        long contradicting = ambiguous.getOrDefault(path, 0L);
        long duplicate = repeated.duplicate(path);
        long passedOver =
            ignored.getOrDefault(receipt.contentSha256(), Map.of()).values().stream()
                .mapToLong(it -> it)
                .sum();
        rows =
            new RowCounts(
                versions.count() + unread.count() + passedOver,
                versions.count() - contradicting - duplicate,
                unread.count() + contradicting,
                duplicate,
                passedOver,
                repeated.stale(path));
        readBefore.put(receipt.contentSha256(), rows);
        accepted += versions.count();
        read += rows.read();
      } else {
        rows = RowCounts.allDuplicate(readBefore.get(receipt.contentSha256()));
      }
      boolean isElsewhere = rows.read() > 0 && !versions.areOnItsDays() && !unread.areOnItsDays();
      receipts.add(
          receipt.counted(
              rows,
              versions.outside() + unread.outside(),
              isElsewhere ? List.of() : receipt.covered()));
    }
    return batch
        .withReceipts(receipts)
        .withRejected(
            Reason.AMBIGUOUS_VERSION, ambiguous.values().stream().mapToLong(it -> it).sum())
        .withFindings(repeated.findings(accepted, read));
  }

  /** What the files claim, as rows; days that a column tells are those of its rows. */
  private Dataset<Row> claims(Batch batch) {
    List<Row> claims =
        batch.receipts().stream()
            .map(
                it -> {
                  Optional<DayRange> days =
                      CoveredDays.byNameOrDeclaration(batch.mapping(), it.file())
                          .map(claimed -> CoveredDays.widened(batch.mapping(), claimed));
                  return RowFactory.create(
                      it.file().path(),
                      it.contentSha256(),
                      it.rowsBatchId(),
                      days.map(DayRange::first).orElse(null),
                      days.map(DayRange::last).orElse(null),
                      it.stations().map(List::toArray).orElse(null),
                      it.categories().map(List::toArray).orElse(null));
                })
            .toList();
    return spark.createDataFrame(claims, CLAIMS);
  }

  /** Whether lines of its contents may stand in quarantine: its own, or those of earlier ones. */
  private static boolean hasRejected(Batch batch) {
    return !batch.rejectedByReason().isEmpty()
        || batch.receipts().stream().anyMatch(it -> !it.rowsBatchId().equals(batch.id()));
  }

  private Dataset<Row> quarantine() {
    return tables.read(Table.QUARANTINE).withColumn("recorded_day", to_date(col("recorded_at")));
  }

  /** The lines of the contents of a batch's files. */
  private Map<String, Lines> byFile(Batch batch, Dataset<Row> lines) {
    Set<String> batches =
        batch.receipts().stream().map(Receipt::rowsBatchId).collect(Collectors.toSet());
    lines.where(col("batch_id").isInCollection(batches)).createOrReplaceTempView("lines_of_batch");
    Map<String, Lines> byFile = new HashMap<>();
    for (Row row : spark.sql(SqlFile.read("ingest/rows_of_files.sql")).collectAsList()) {
      byFile.put(
          row.getAs("path"),
          new Lines(row.getAs("lines"), row.getAs("outside"), row.getAs("is_on_its_days")));
    }
    return byFile;
  }
}
