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

  /** Whether a receipt's file is the one under whose path the rows of its content are held. */
  static boolean isFirstOfItsContent(Batch batch, Receipt receipt) {
    return receipt.rowsBatchId().equals(batch.id())
        && batch.receipts().stream()
            .filter(it -> it.contentSha256().equals(receipt.contentSha256()))
            .findFirst()
            .orElseThrow()
            .equals(receipt);
  }

  /** The batch with the counts of its rows on its receipts. */
  Batch counted(Batch batch) {
    Map<String, RowCounts> accepted = accepted(batch);
    Map<String, Long> quarantined = quarantined(batch);
    Map<String, Long> readBefore = new HashMap<>();
    batch.held().all().forEach(it -> readBefore.put(it.contentSha256(), it.rows().read()));
    List<Receipt> receipts = new ArrayList<>();
    for (Receipt receipt : batch.receipts()) {
      String path = receipt.file().path();
      RowCounts versions = accepted.getOrDefault(path, RowCounts.NONE);
      long rejected = quarantined.getOrDefault(path, 0L);
      RowCounts rows;
      if (isFirstOfItsContent(batch, receipt)) {
        long read = versions.accepted() + versions.duplicate() + rejected;
        rows =
            new RowCounts(
                read, versions.accepted(), rejected, versions.duplicate(), versions.stale());
        readBefore.put(receipt.contentSha256(), read);
      } else {
        rows = RowCounts.allDuplicate(readBefore.get(receipt.contentSha256()));
      }
      receipts.add(receipt.withRows(rows));
    }
    return new Batch(
        batch.mapping(),
        batch.id(),
        batch.number(),
        batch.held(),
        receipts,
        batch.rejectedByReason(),
        batch.scope());
  }

  private Map<String, RowCounts> accepted(Batch batch) {
    Dataset<Row> counts =
        batch.mapping().mode() == Mode.LEDGER ? rowCounts(batch) : versionCounts(batch);
    Map<String, RowCounts> byFile = new HashMap<>();
    for (Row row : counts.collectAsList()) {
      long accepted = row.<Long>getAs("accepted");
      long duplicate = row.<Long>getAs("duplicate");
      byFile.put(
          row.getAs("file"),
          new RowCounts(accepted + duplicate, accepted, 0, duplicate, row.<Long>getAs("stale")));
    }
    return byFile;
  }

  private Dataset<Row> rowCounts(Batch batch) {
    return tables
        .read(Table.RECORD_VERSIONS)
        .where(col("batch_id").equalTo(batch.id()))
        .groupBy("file")
        .agg(org.apache.spark.sql.functions.count("*").as("accepted"))
        .selectExpr("file", "accepted", "0L AS duplicate", "0L AS stale");
  }

  private Dataset<Row> versionCounts(Batch batch) {
    Versions versions = new Versions(tables, batch.mapping().source());
    Dataset<Row> standing =
        versions
            .of(batch.after(), 1)
            .selectExpr(
                "file",
                "line",
                "record_id",
                "recorded_at",
                "coalesce(recorded_day, delivered_on) AS known_on",
                "delivered_on",
                "version_hash",
                "batch_id = '" + batch.id() + "' AS is_new");
    if (!batch.before().isEmpty() && batch.scope() == DeliveryPlan.Scope.NEW) {
      Dataset<Row> touched = standing.where("is_new").select("record_id").distinct();
      standing = standing.join(touched, "record_id");
    }
    standing.createOrReplaceTempView("versions_of_touched_records");
    return spark.sql(SqlFile.read("ingest/version_counts.sql"));
  }

  private Map<String, Long> quarantined(Batch batch) {
    Map<String, Long> byFile = new HashMap<>();
    if (batch.rejectedByReason().isEmpty()) {
      return byFile;
    }
    tables
        .read(Table.QUARANTINE)
        .where(col("batch_id").equalTo(batch.id()))
        .groupBy("file")
        .count()
        .collectAsList()
        .forEach(row -> byFile.put(row.getString(0), row.getLong(1)));
    return byFile;
  }
}
