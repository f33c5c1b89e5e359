package io.tongqi.figures;

import io.tongqi.statistics.Interval;
import io.tongqi.statistics.Proportion;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.StructType;

/** The SQL function `proportion(part, whole)`. */
final class Proportions implements UDF2<Long, Long, Row> {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the function known to a session: of two BIGINT a STRUCT of DOUBLE rate, low and high, the
   * bounds of its 95 % Wilson interval; null where the part is not one of the whole.
   */
  static void register(SparkSession spark) {
    spark
        .udf()
        .register(
            "proportion",
            new Proportions(),
            StructType.fromDDL("rate DOUBLE, low DOUBLE, high DOUBLE"));
  }

  @Override
  public Row call(Long part, Long whole) {
    Interval interval = Proportion.wilson(part, whole);
    return interval == null
        ? null
        : RowFactory.create((double) part / whole, interval.low(), interval.high());
  }
}
