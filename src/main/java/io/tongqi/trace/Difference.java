package io.tongqi.trace;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;

import io.tongqi.tables.SqlFile;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Why a figure is not what it was: in an earlier release, or by what the records knew on an earlier
 * day.
 */
public final class Difference {
  private final SparkSession spark;
  private final TracedRecords before;
  private final TracedRecords now;

  private Difference(SparkSession spark, TracedRecords before, TracedRecords now) {
    this.spark = spark;
    this.before = before;
    this.now = now;
  }

  /**
   * Of one figure.
   *
   * @param before the figure as it was; where that is in an earlier release, its tables are named
   *     in a session of their own
   * @param now the figure as it is
   * @throws io.tongqi.faults.SettingsException when the two are not of the same days
   */
  public static Difference between(Trace before, Trace now) {
    CountedDays days = now.days();
    CountedDays earlier = before.days();
    if (!days.isSameWindow(earlier)) {
      throw CountedDays.fault(
          now.figure(),
          now.release(),
          "there it is of %s to %s, and in release %s of %s to %s; correct the options"
              .formatted(
                  days.first(),
                  days.last(),
                  before.release().id(),
                  earlier.first(),
                  earlier.last()));
    }
    // No version is ever removed, so these are also all records of the earlier figure.
    Dataset<Row> keys = TracedRecords.keys(now);
    return new Difference(
        now.tables().spark(),
        TracedRecords.of(before, moved(before.tables().spark(), keys)),
        TracedRecords.of(now, keys));
  }

  /**
   * The records that add another amount than before, and why.
   *
   * @return rows: source, record, cause STRING, amount_before, amount_now, difference BIGINT, which
   *     adds up to the difference of the two figures
   */
  public Dataset<Row> of(Part part) {
    view("traced_before", before.booking(part));
    view("traced_now", now.booking(part));
    view("held_before", before.held());
    view("held_now", now.held());
    return spark.sql(SqlFile.read("trace/difference.sql"));
  }

  /** A signed entry has no key: it is its place. */
  private void view(String name, Dataset<Row> versions) {
    Column place = concat(col("file"), lit(":"), col("line"));
    moved(spark, versions.withColumn("record", coalesce(col("record_id"), place)))
        .createOrReplaceTempView(name);
  }

  private static Dataset<Row> moved(SparkSession target, Dataset<Row> rows) {
    return rows.sparkSession() == target
        ? rows
        : target.createDataFrame(rows.javaRDD(), rows.schema());
  }
}
