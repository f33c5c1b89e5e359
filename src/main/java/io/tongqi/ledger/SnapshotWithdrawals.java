package io.tongqi.ledger;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.md5;

import io.tongqi.faults.DataRefusedException;
import io.tongqi.ingest.ActiveContent;
import io.tongqi.ingest.Batch;
import io.tongqi.ingest.Versions;
import io.tongqi.tables.SqlFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The withdrawals that snapshots imply: a record missing from a later snapshot of its day. */
final class SnapshotWithdrawals {
  private final SparkSession spark;
  private final Versions contents;

  SnapshotWithdrawals(SparkSession spark, Versions contents) {
    this.spark = spark;
    this.contents = contents;
  }

  /** Rows like those of the versions, status withdrawn, on the date of the snapshot. */
  Dataset<Row> of(
      Dataset<Row> versions, Collection<ActiveContent> after, Collection<ActiveContent> before) {
    versions.createOrReplaceTempView("explicit_versions");
    contents
        .deliveries(after)
        .withColumn("side", lit(1))
        .unionByName(contents.deliveries(before).withColumn("side", lit(-1)))
        .createOrReplaceTempView("snapshots");
    return spark
        .sql(SqlFile.read("ledger/snapshot_withdrawals.sql"))
        .withColumn("status", lit("withdrawn"))
        .withColumn("delivered_on", col("withdrawn_on"))
        .withColumn("recorded_at", lit(null).cast("timestamp"))
        .withColumn("recorded_day", col("withdrawn_on"))
        .withColumn("version_hash", md5(concat_ws(" ", col("version_hash"), col("withdrawn_on"))))
        .drop("withdrawn_on");
  }

  /**
   * Refuses a batch in which more records vanish at one snapshot than the limit allows.
   *
   * @param withdrawals what {@link #of} gave for the batch
   * @param limit share of the records that were held in the days of the snapshot, 0..1
   */
  void refuseTooMany(Batch batch, Dataset<Row> withdrawals, double limit) {
    withdrawals.createOrReplaceTempView("withdrawals");
    contents.deliveries(batch.changed()).createOrReplaceTempView("new_snapshots");
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
