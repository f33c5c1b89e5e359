package io.tongqi.ledger;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.tongqi.domain.Mode;
import io.tongqi.ingest.Batch;
import io.tongqi.ingest.Batches;
import io.tongqi.ingest.DeliveryPlan;
import io.tongqi.ingest.Finding;
import io.tongqi.ingest.RecordKeys;
import io.tongqi.ingest.ShareRule;
import io.tongqi.ingest.ShareRules;
import io.tongqi.ingest.StandingVersions;
import io.tongqi.settings.Settings;
import io.tongqi.statistics.Share;
import io.tongqi.tables.SqlFile;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Bronze → silver: books what a batch changes. */
public final class Posting {
  private final SparkSession spark;
  private final Tables tables;
  private final Settings settings;

  /** Books by these settings. */
  public Posting(SparkSession spark, Tables tables, Settings settings) {
    this.spark = spark;
    this.tables = tables;
    this.settings = settings;
  }

  /**
   * Appends to the ledger, or to the entries of activities, what the records of the batch sum up to
   * after it, less what they summed up to before it.
   *
   * @return the batch with what was found, records that vanish in a snapshot
   * @throws io.tongqi.faults.DataRefusedException when too many of them vanish
   */
  public Batch post(Batch batch) {
    tables.fitShuffles(Table.RECORD_VERSIONS);
    List<Finding> vanished = new ArrayList<>();
    StandingVersions versions = new StandingVersions(tables, batch);
    if (batch.isWhole()) {
      Dataset<Row> after = after(batch, versions.delivered(), vanished);
      append(batch, batch.held().isEmpty() ? after : after.unionByName(reversed(batch)));
    } else if (batch.mapping().mode() == Mode.LEDGER) {
      append(batch, difference(batch, touchedEntries(versions), vanished));
    } else {
      try (RecordKeys touched = RecordKeys.of(versions.touched())) {
        append(batch, difference(batch, touched.in(versions.delivered()), vanished));
      }
    }
    return batch.withFurther(vanished);
  }

  private void append(Batch batch, Dataset<Row> entries) {
    Dataset<Row> rows =
        book(batch)
            .summed(entries, booked(batch))
            .withColumn("source", lit(batch.mapping().source()))
            .withColumn("batch_id", lit(batch.id()));
    new Batches(tables).append(book(batch).table(), rows, batch.id());
  }

  private static Book book(Batch batch) {
    return Book.of(batch.mapping().kind());
  }

  /** What the batch may book at all. */
  private static List<String> booked(Batch batch) {
    List<String> told =
        batch.mapping().books().stream().map(it -> it.measure().column()).distinct().toList();
    return batch.scope() == DeliveryPlan.Scope.ALL || told.isEmpty() ? book(batch).amounts() : told;
  }

  /**
   * What these versions book after the batch, less what they booked before it. They and what stands
   * of them are held, so that what is made of them is planned without how they come about.
   */
  private Dataset<Row> difference(Batch batch, Dataset<Row> touched, List<Finding> vanished) {
    StandingVersions versions = new StandingVersions(tables, batch);
    Dataset<Row> delivered = touched.localCheckpoint();
    Dataset<Row> before =
        StandingVersions.of(versions.receiptsBefore(), delivered).localCheckpoint();
    Dataset<Row> after = StandingVersions.of(versions.receiptsAfter(), delivered).localCheckpoint();
    return booked(batch, after, vanished).unionByName(book(batch).reversed(entries(batch, before)));
  }

  private Dataset<Row> after(Batch batch, Dataset<Row> delivered, List<Finding> vanished) {
    StandingVersions versions = new StandingVersions(tables, batch);
    return booked(batch, StandingVersions.of(versions.receiptsAfter(), delivered), vanished);
  }

  private Dataset<Row> booked(Batch batch, Dataset<Row> after, List<Finding> vanished) {
    if (batch.mapping().mode() == Mode.SNAPSHOT) {
      vanished.addAll(vanished(batch, after));
    }
    return entries(batch, after);
  }

  private Dataset<Row> entries(Batch batch, Dataset<Row> standing) {
    return switch (batch.mapping().kind()) {
      case INCIDENT -> Entries.of(standing, batch.mapping(), settings.reference());
      case ACTIVITY -> ActivityEntries.of(standing, batch.mapping());
    };
  }

  /** All that is booked of the source, with its sign turned. */
  private Dataset<Row> reversed(Batch batch) {
    return book(batch)
        .reversed(
            tables
                .read(book(batch).table())
                .where(col("source").equalTo(batch.mapping().source())));
  }

  /** The entries that the batch may change: of contents, or where the newest stands of days. */
  private Dataset<Row> touchedEntries(StandingVersions versions) {
    versions.changedReceipts().createOrReplaceTempView("changed_receipts");
    versions.delivered().createOrReplaceTempView("delivered_versions");
    return spark.sql(SqlFile.read("ledger/touched_entries.sql"));
  }

  /** Those that vanish in each snapshot of the batch, of the records held of its days. */
  private List<Finding> vanished(Batch batch, Dataset<Row> after) {
    after.createOrReplaceTempView("standing_versions");
    new StandingVersions(tables, batch)
        .changedReceipts()
        .createOrReplaceTempView("changed_receipts");
    List<Finding> found = new ArrayList<>();
    for (Row snapshot : spark.sql(SqlFile.read("ledger/vanished_records.sql")).collectAsList()) {
      found.add(
          new Finding(
              ShareRule.VANISHED,
              new Share(snapshot.<Long>getAs("vanished"), snapshot.<Long>getAs("held")),
              List.of(
                  "the snapshot of %s; the first missing record is %s"
                      .formatted(snapshot.getAs("delivered_on"), snapshot.getAs("example")))));
    }
    return new ShareRules(tables, settings).judge(batch.mapping(), batch.id(), found);
  }
}
