package io.tongqi.s3;

import io.tongqi.tables.SparkSessions;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Scanner;
import org.apache.spark.sql.SparkSession;

/** A driver of its own that appends rows to a Delta table, one commit a row. */
final class Appender {
  private Appender() {}

  /**
   * Answers once it can begin, appends as many rows as it is told, and answers again.
   *
   * @param arguments the endpoint and the table
   */
  public static void main(String[] arguments) {
    Map<String, String> configuration = new HashMap<>();
    configuration.put("spark.driver.bindAddress", "127.0.0.1");
    configuration.put("spark.hadoop.fs.s3a.endpoint", arguments[0]);
    configuration.put("spark.hadoop.fs.s3a.endpoint.region", "us-east-1");
    configuration.put("spark.hadoop.fs.s3a.path.style.access", "true");
    SparkSession spark = SparkSessions.start("appender", "local[1]", configuration);
    spark.read().format("delta").load(arguments[1]).count();
    System.out.println("ready");
    append(spark, arguments[1], new Scanner(System.in, StandardCharsets.UTF_8).nextInt());
    System.out.println("done");
    spark.stop();
  }

  /** Appends that many rows. */
  static void append(SparkSession spark, String table, int rows) {
    for (int row = 0; row < rows; row++) {
      spark.range(row, row + 1L).write().format("delta").mode("append").save(table);
    }
  }
}
