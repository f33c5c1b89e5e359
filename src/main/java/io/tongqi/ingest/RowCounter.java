package io.tongqi.ingest;

import static org.apache.spark.sql.functions.col;

import io.tongqi.domain.Mode;
import io.tongqi.tables.SqlFile;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Counts what became of the rows of a batch, by file. */
final class RowCounter {
  private final SparkSession spark;
  private final Tables tables;

  RowCounter(SparkSession spark, Tables tables) {
    this.spark = spark;
    this.tables = tables;
  }

  /** The batch with the counts of its rows on its receipts. */
  Batch counted(Batch batch) {
    Map<String, Long> taken = byFile(Table.RECORD_VERSIONS, batch);
    Map<String, Long> quarantined =
        batch.rejectedByReason().isEmpty() ? Map.of() : byFile(Table.QUARANTINE, batch);
    Map<String, RowCounts> repeated =
        batch.mapping().mode() != Mode.LEDGER && !taken.isEmpty() ? repeated(batch) : Map.of();
    Map<String, Long> readBefore = new HashMap<>();
    batch.held().standing().forEach(it -> readBefore.put(it.contentSha256(), it.rows().read()));
    Set<Receipt> ofReadFiles = batch.ofReadFiles();
    List<Receipt> receipts = new ArrayList<>();
    for (Receipt receipt : batch.receipts()) {
      RowCounts rows;
      if (ofReadFiles.contains(receipt)) {
        String path = receipt.file().path();
        RowCounts of = repeated.getOrDefault(path, RowCounts.NONE);
        long versions = taken.getOrDefault(path, 0L);
        long rejected = quarantined.getOrDefault(path, 0L);
        rows =
            new RowCounts(
                versions + rejected,
                versions - of.duplicate(),
                rejected,
                of.duplicate(),
                of.stale());
        readBefore.put(receipt.contentSha256(), rows.read());
      } else {
        rows = RowCounts.allDuplicate(readBefore.get(receipt.contentSha256()));
      }
      receipts.add(receipt.withRows(rows));
    }
    return batch.withReceipts(receipts);
  }

  private Map<String, Long> byFile(Table table, Batch batch) {
    Map<String, Long> byFile = new HashMap<>();
    tables
        .read(table)
        .where(col("batch_id").equalTo(batch.id()))
        .groupBy("file")
        .count()
        .collectAsList()
        .forEach(row -> byFile.put(row.getString(0), row.getLong(1)));
    return byFile;
  }

  /** Duplicate and stale rows, which only records have that are delivered more than once. */
  private Map<String, RowCounts> repeated(Batch batch) {
    StandingVersions versions = new StandingVersions(tables, batch);
    Dataset<Row> delivered = versions.delivered();
    Dataset<Row> isNew = delivered.where(col("batch_id").equalTo(batch.id()));
    Map<String, RowCounts> byFile = new HashMap<>();
    try (RecordKeys records =
        batch.isWhole() ? RecordKeys.repeatedIn(isNew) : RecordKeys.of(isNew)) {
      if (records.isEmpty()) {
        return byFile;
      }
      StandingVersions.of(versions.receiptsAfter(), records.in(delivered))
          .withColumn("is_new", col("batch_id").equalTo(batch.id()))
          .createOrReplaceTempView("versions_of_repeated_records");
      for (Row row : spark.sql(SqlFile.read("ingest/version_counts.sql")).collectAsList()) {
        byFile.put(
            row.getAs("file"),
            new RowCounts(0, 0, 0, row.<Long>getAs("duplicate"), row.<Long>getAs("stale")));
      }
    }
    return byFile;
  }
}
