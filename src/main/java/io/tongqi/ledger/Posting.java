package io.tongqi.ledger;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.tongqi.domain.Mode;
import io.tongqi.ingest.ActiveContent;
import io.tongqi.ingest.Batch;
import io.tongqi.ingest.Batches;
import io.tongqi.ingest.DeliveryPlan;
import io.tongqi.ingest.Versions;
import io.tongqi.settings.Settings;
import io.tongqi.tables.Parallel;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import java.util.Collection;
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
   * Appends to the ledger what the records of the batch sum up to after it, less what they summed
   * up to before it, and to the roll-ups the same rolled up.
   *
   * @throws io.tongqi.faults.DataRefusedException when too many records vanish in a snapshot
   */
  public void post(Batch batch) {
    Dataset<Row> entries =
        (batch.scope() == DeliveryPlan.Scope.ALL ? remapped(batch) : changed(batch))
            .withColumn("source", lit(batch.mapping().source()))
            .withColumn("batch_id", lit(batch.id()));
    Batches batches = new Batches(tables);
    batches.append(Table.LEDGER, entries, batch.id());
    Dataset<Row> booked =
        tables
            .read(Table.LEDGER)
            .where(col("batch_id").equalTo(batch.id()))
            .withColumn("batch_id", lit(batch.id()));
    RollUps rollUps = new RollUps(spark, settings.reference());
    new Parallel("roll up")
        .run(
            List.of(
                () -> batches.append(Table.DAY_TOTALS, rollUps.dayTotals(booked), batch.id()),
                () -> batches.append(Table.MONTH_TOTALS, rollUps.monthTotals(booked), batch.id())));
  }

  /** The entries of all records as they stand now, less all that is booked of the source. */
  private Dataset<Row> remapped(Batch batch) {
    Dataset<Row> standing = versions(batch, batch.after(), 1);
    Dataset<Row> entries = entries(batch, standing, batch.after(), List.of());
    Dataset<Row> booked =
        tables.read(Table.LEDGER).where(col("source").equalTo(batch.mapping().source()));
    return Entries.summed(entries.unionByName(Entries.reversed(booked)));
  }

  private Dataset<Row> changed(Batch batch) {
    Versions versions = new Versions(tables, batch.mapping().source());
    Dataset<Row> after;
    Collection<ActiveContent> changed = batch.changed();
    if (batch.mapping().mode() == Mode.LEDGER) {
      after =
          versions
              .of(onlyIn(changed, batch.after()), 1)
              .unionByName(versions.of(onlyIn(changed, batch.before()), -1));
      return entries(batch, after, List.of(), List.of());
    }
    after = versions(batch, batch.after(), 1);
    if (batch.before().isEmpty()) {
      return entries(batch, after, batch.after(), List.of());
    }
    Dataset<Row> touched =
        versions.of(changed, 1).select("record_id").union(touchedBySnapshots(batch)).distinct();
    Dataset<Row> bothSides =
        after.unionByName(versions(batch, batch.before(), -1)).join(touched, "record_id");
    return entries(batch, bothSides, batch.after(), batch.before());
  }

  private Dataset<Row> versions(Batch batch, Collection<ActiveContent> contents, int side) {
    Versions versions = new Versions(tables, batch.mapping().source());
    return batch.mapping().mode() == Mode.SNAPSHOT
        ? versions.atEachDelivery(contents, side)
        : versions.of(contents, side);
  }

  private static Collection<ActiveContent> onlyIn(
      Collection<ActiveContent> changed, Collection<ActiveContent> side) {
    return changed.stream().filter(side::contains).toList();
  }

  /** Records of the days that a changed snapshot covers: a snapshot also speaks by its silence. */
  private Dataset<Row> touchedBySnapshots(Batch batch) {
    Versions versions = new Versions(tables, batch.mapping().source());
    if (batch.mapping().mode() != Mode.SNAPSHOT) {
      return versions.of(List.of(), 1).select("record_id");
    }
    Dataset<Row> snapshots =
        versions.deliveries(batch.changed()).select("first_day", "last_day").distinct();
    return versions
        .of(batch.after(), 1)
        .unionByName(versions.of(batch.before(), 1))
        .join(
            snapshots,
            org.apache.spark.sql.functions.expr(
                "coalesce(reported_day, filed_day, occurred_day) BETWEEN first_day AND last_day"))
        .select("record_id");
  }

  private Dataset<Row> entries(
      Batch batch,
      Dataset<Row> versions,
      Collection<ActiveContent> after,
      Collection<ActiveContent> before) {
    Dataset<Row> all = versions;
    if (batch.mapping().mode() == Mode.SNAPSHOT) {
      SnapshotWithdrawals snapshots =
          new SnapshotWithdrawals(spark, new Versions(tables, batch.mapping().source()));
      Dataset<Row> withdrawals = snapshots.of(versions, after, before);
      snapshots.refuseTooMany(batch, withdrawals, settings.vanishShareLimit());
      all = versions.unionByName(withdrawals);
    }
    return Entries.of(spark, all, batch.mapping(), settings.reference());
  }
}
