package io.tongqi.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.tongqi.domain.Overlap;
import io.tongqi.tables.SqlFile;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import io.tongqi.tables.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The record versions of a source as they stand before a batch and after it: rows of {@code
 * silver.standing_versions}, by its own query, over the receipts of either time.
 *
 * @param tables the warehouse
 * @param batch a batch that does not stand yet
 */
public record StandingVersions(Tables tables, Batch batch) {

  /** The receipts that stood before the batch. */
  public Dataset<Row> receiptsBefore() {
    return receipts(batch.held().standing());
  }

  /** The receipts that stand after the batch. */
  public Dataset<Row> receiptsAfter() {
    List<Receipt> all = new ArrayList<>(batch.held().standing());
    all.addAll(batch.receipts());
    return Receipts.standing(receipts(all));
  }

  /** All versions of the source that were ever delivered. */
  public Dataset<Row> delivered() {
    return tables
        .read(Table.RECORD_VERSIONS)
        .where(col("source").equalTo(batch.mapping().source()));
  }

  /** The receipts that stand before the batch or after it, but not both. */
  public Dataset<Row> changedReceipts() {
    receiptsBefore().createOrReplaceTempView("standing_receipts_before");
    receiptsAfter().createOrReplaceTempView("standing_receipts_after");
    return tables.spark().sql(SqlFile.read("ledger/changed_receipts.sql"));
  }

  /** The records that the batch may change, by their {@code record_id}. */
  public Dataset<Row> touched() {
    changedReceipts().createOrReplaceTempView("changed_receipts");
    delivered().createOrReplaceTempView("delivered_versions");
    return tables.spark().sql(SqlFile.read("ledger/touched_records.sql"));
  }

  /**
   * In one partition, and with mode and overlap as constants, so that what is for others is left
   * out.
   */
  private Dataset<Row> receipts(List<Receipt> receipts) {
    return Receipts.rows(tables.spark(), receipts)
        .coalesce(1)
        .withColumn("mode", lit(batch.mapping().mode().column()))
        .withColumn(
            "overlap",
            lit(batch.mapping().overlap().map(Overlap::column).orElse(null)).cast("string"));
  }

  /**
   * Those versions that stand by these receipts, in their place in the order of their record.
   *
   * @param receipts rows of {@code silver.standing_receipts}
   * @param versions rows of {@code bronze.record_versions}: of a record all or none
   */
  public static Dataset<Row> of(Dataset<Row> receipts, Dataset<Row> versions) {
    return standing(receipts, placed(receipts, versions));
  }

  /** The same, of rows that {@link #placed} gave for these receipts. */
  static Dataset<Row> standing(Dataset<Row> receipts, Dataset<Row> placed) {
    receipts.createOrReplaceTempView("some_standing_receipts");
    placed.createOrReplaceTempView("some_delivered_versions");
    return placed
        .sparkSession()
        .sql(
            View.STANDING_VERSIONS.query(
                Map.of(
                    View.STANDING_RECEIPTS, "some_standing_receipts",
                    View.DELIVERED_VERSIONS, "some_delivered_versions")));
  }

  /**
   * Those with the ones that contradict each other, and without what snapshots imply: rows of
   * {@code silver.delivered_versions}.
   */
  static Dataset<Row> placed(Dataset<Row> receipts, Dataset<Row> versions) {
    receipts.createOrReplaceTempView("some_standing_receipts");
    versions.createOrReplaceTempView("some_versions");
    return versions
        .sparkSession()
        .sql(
            View.DELIVERED_VERSIONS.query(
                Map.of(
                    View.STANDING_RECEIPTS, "some_standing_receipts",
                    Table.RECORD_VERSIONS, "some_versions")));
  }
}
