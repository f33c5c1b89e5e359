package io.tongqi.bench;

import java.io.IOException;
import org.apache.spark.sql.SparkSession;

/** Runs a query in a plain session of Spark with Delta: what {@code tongqi query} is held to. */
public final class BareQuery {
  private BareQuery() {}

  /** The argument is the query; its tables are named {@code delta.`folder`}. */
  public static void main(String[] arguments) throws IOException {
    try (SparkSession spark =
        SparkSession.builder()
            .master("local[*]")
            .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
            .config(
                "spark.sql.catalog.spark_catalog",
                "org.apache.spark.sql.delta.catalog.DeltaCatalog")
            .getOrCreate()) {
      spark.sql(arguments[0]).show(100, false);
    }
  }
}
