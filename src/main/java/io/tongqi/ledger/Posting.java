package io.tongqi.ledger;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.tongqi.domain.Measure;
import io.tongqi.domain.Mode;
import io.tongqi.faults.DataRefusedException;
import io.tongqi.ingest.Batch;
import io.tongqi.ingest.Batches;
import io.tongqi.ingest.DeliveryPlan;
import io.tongqi.ingest.RecordKeys;
import io.tongqi.ingest.StandingVersions;
import io.tongqi.settings.Booking;
import io.tongqi.settings.Settings;
import io.tongqi.tables.SqlFile;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import scala.jdk.javaapi.CollectionConverters;

/** Bronze → silver: books what a batch changes. */
public final class Posting {
  private static final List<String> CONTENT = List.of("content_sha256", "batch_id");

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
   * Appends to the ledger what the records of the batch sum up to after it, less what they summed
   * up to before it.
   *
   * @throws DataRefusedException when too many records vanish in a snapshot
   */
  public void post(Batch batch) {
    StandingVersions versions = new StandingVersions(tables, batch);
    if (batch.isWhole()) {
      Dataset<Row> after = after(batch, versions.delivered());
      append(batch, batch.held().isEmpty() ? after : after.unionByName(reversed(batch)));
    } else if (batch.mapping().mode() == Mode.LEDGER) {
      append(batch, difference(batch, inChangedContents(batch)));
    } else {
      try (RecordKeys touched = RecordKeys.of(touched(batch))) {
        Dataset<Row> delivered = touched.in(versions.delivered()).persist();
        append(batch, difference(batch, delivered));
        delivered.unpersist();
      }
    }
  }

  private void append(Batch batch, Dataset<Row> entries) {
    Set<Measure> booked =
        batch.scope() == DeliveryPlan.Scope.ALL
            ? EnumSet.allOf(Measure.class)
            : batch.mapping().books().stream()
                .map(Booking::measure)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Measure.class)));
    Dataset<Row> rows =
        Entries.summed(entries, booked)
            .withColumn("source", lit(batch.mapping().source()))
            .withColumn("batch_id", lit(batch.id()));
    new Batches(tables).append(Table.LEDGER, rows, batch.id());
  }

  /** What these versions book after the batch, less what they booked before it. */
  private Dataset<Row> difference(Batch batch, Dataset<Row> delivered) {
    Dataset<Row> before =
        StandingVersions.of(new StandingVersions(tables, batch).receiptsBefore(), delivered);
    return after(batch, delivered).unionByName(Entries.reversed(booked(batch, before)));
  }

  private Dataset<Row> after(Batch batch, Dataset<Row> delivered) {
    Dataset<Row> after =
        StandingVersions.of(new StandingVersions(tables, batch).receiptsAfter(), delivered);
    if (batch.mapping().mode() == Mode.SNAPSHOT) {
      refuseTooManyVanished(batch, after);
    }
    return booked(batch, after);
  }

  private Dataset<Row> booked(Batch batch, Dataset<Row> standing) {
    return Entries.of(standing, batch.mapping(), settings.reference());
  }

  /** All that is booked of the source, with its sign turned. */
  private Dataset<Row> reversed(Batch batch) {
    return Entries.reversed(
        tables.read(Table.LEDGER).where(col("source").equalTo(batch.mapping().source())));
  }

  private Dataset<Row> touched(Batch batch) {
    changedReceipts(batch).createOrReplaceTempView("changed_receipts");
    new StandingVersions(tables, batch).delivered().createOrReplaceTempView("delivered_versions");
    return spark.sql(SqlFile.read("ledger/touched_records.sql"));
  }

  private Dataset<Row> inChangedContents(Batch batch) {
    return new StandingVersions(tables, batch)
        .delivered()
        .join(
            broadcast(changedReceipts(batch)),
            CollectionConverters.asScala(CONTENT).toSeq(),
            "left_semi");
  }

  private Dataset<Row> changedReceipts(Batch batch) {
    StandingVersions versions = new StandingVersions(tables, batch);
    versions.receiptsBefore().createOrReplaceTempView("standing_receipts_before");
    versions.receiptsAfter().createOrReplaceTempView("standing_receipts_after");
    return spark.sql(SqlFile.read("ledger/changed_receipts.sql"));
  }

  /** The limit is a share of the records that were held in the days of the snapshot, 0..1. */
  private void refuseTooManyVanished(Batch batch, Dataset<Row> after) {
    double limit = settings.vanishShareLimit();
    after.createOrReplaceTempView("standing_versions");
    changedReceipts(batch).createOrReplaceTempView("changed_receipts");
    List<String> faults = new ArrayList<>();
    for (Row snapshot : spark.sql(SqlFile.read("ledger/vanished_records.sql")).collectAsList()) {
      long vanished = snapshot.<Long>getAs("vanished");
      long held = snapshot.<Long>getAs("held");
      if (vanished > limit * held) {
        faults.add(
            "booking source %s: in the snapshot of %s %d of the %d records held of its days are missing, more than the limit of %s; nothing was booked; deliver it whole, or raise vanish_share_limit if they are meant to vanish"
                .formatted(
                    batch.mapping().source(),
                    snapshot.getAs("delivered_on"),
                    vanished,
                    held,
                    limit));
      }
    }
    if (!faults.isEmpty()) {
      throw new DataRefusedException(faults);
    }
  }
}
