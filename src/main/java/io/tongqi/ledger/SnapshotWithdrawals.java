package io.tongqi.ledger;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.md5;

import io.tongqi.ingest.ActiveContent;
import io.tongqi.ingest.Batch;
import io.tongqi.ingest.Versions;
import io.tongqi.settings.DataRefusedException;
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
        .contents(after)
        .withColumn("side", lit(1))
        .unionByName(contents.contents(before).withColumn("side", lit(-1)))
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
   * @param withdrawals what {@link #of} gave, both sides
   * @param limit share of the records that stood in the days of the snapshot, 0..1
   */
  void refuseTooMany(Batch batch, Dataset<Row> versions, Dataset<Row> withdrawals, double limit) {
    List<String> faults = new ArrayList<>();
    List<Row> vanished =
        withdrawals
            .where("side = 1")
            .groupBy("delivered_on")
            .agg(count(lit(1)).as("records"))
            .collectAsList();
    for (Row snapshot : vanished) {
      java.sql.Date day = snapshot.getAs("delivered_on");
      if (batch.receipts().stream()
          .noneMatch(it -> it.deliveredOn().map(day.toLocalDate()::equals).orElse(false))) {
        continue;
      }
      long records = snapshot.<Long>getAs("records");
      long standing =
          versions
              .where(col("side").equalTo(1).and(col("delivered_on").lt(lit(day))))
              .select("record_id")
              .distinct()
              .count();
      if (records > limit * standing) {
        faults.add(
            "booking source %s: in the snapshot of %s %d of the %d records held before are missing, more than the limit of %s; deliver it whole, or raise vanish_share_limit if they are meant to vanish"
                .formatted(batch.mapping().source(), day, records, standing, limit));
      }
    }
    if (!faults.isEmpty()) {
      throw new DataRefusedException(faults);
    }
  }
}
