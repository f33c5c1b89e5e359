package io.tongqi.trace;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;

import io.tongqi.tables.SqlFile;
import io.tongqi.tables.View;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Why a figure of one release is not that of another one.
 *
 * @param before the figure in the earlier release
 * @param now the figure in the later one, whose tables are named in a session of their own
 */
public record Difference(Trace before, Trace now) {
  /**
   * The records that add another amount than before, and why.
   *
   * @return rows: source, record, cause STRING, amount_before, amount_now, difference BIGINT, which
   *     adds up to the difference of the two figures
   */
  public Dataset<Row> of(Part part) {
    SparkSession spark = now.tables().spark();
    view(spark, "traced_before", named(before.versions(part)));
    view(spark, "traced_now", named(now.versions(part)));
    view(spark, "held_before", newest(before));
    view(spark, "held_now", newest(now));
    return spark.sql(SqlFile.read("trace/difference.sql"));
  }

  private static void view(SparkSession spark, String name, Dataset<Row> rows) {
    spark.createDataFrame(rows.javaRDD(), rows.schema()).createOrReplaceTempView(name);
  }

  private static Dataset<Row> newest(Trace trace) {
    return named(trace.tables().spark().table(View.STANDING_VERSIONS.fullName()))
        .where("is_newest")
        .select("source", "record", "status", "version_hash", "station", "category", "cleared_day");
  }

  /** A signed entry has no key: it is its place. */
  private static Dataset<Row> named(Dataset<Row> versions) {
    Column place = concat(col("file"), lit(":"), col("line"));
    return versions.withColumn("record", coalesce(col("record_id"), place));
  }
}
