package io.tongqi.ingest;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Some records, so that only their versions are read in full. A record is known by the hash of its
 * id, whole numbers being cheap to compare; another record of the same hash is read along, which
 * changes nothing for what is counted or booked of either.
 *
 * <p>The keys are held until they are closed.
 */
public final class RecordKeys implements AutoCloseable {
  /** So many keys are sent to where the versions are; more, and the versions come to them. */
  private static final long FEW = 2_000_000;

  private final Dataset<Row> keys;
  private final long count;

  private RecordKeys(Dataset<Row> keys) {
    this.keys = keys.persist();
    this.count = this.keys.count();
  }

  /** The records that these rows are about, by their {@code record_id}. */
  public static RecordKeys of(Dataset<Row> rows) {
    return new RecordKeys(keys(rows).distinct());
  }

  /** The records that more than one of these rows is about. */
  public static RecordKeys repeatedIn(Dataset<Row> rows) {
    return new RecordKeys(
        keys(rows)
            .groupBy("record")
            .agg(count(lit(1)).as("times"))
            .where("times > 1")
            .select("record"));
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return count == 0;
  }

  /** All those of the rows that are about these records. */
  public Dataset<Row> in(Dataset<Row> rows) {
    return rows.join(
        count <= FEW ? broadcast(keys) : keys,
        xxhash64(rows.col("record_id")).equalTo(keys.col("record")),
        "left_semi");
  }

  @Override
  public void close() {
    keys.unpersist();
  }

  private static Dataset<Row> keys(Dataset<Row> rows) {
    return rows.where("record_id IS NOT NULL").select(xxhash64(col("record_id")).as("record"));
  }
}
