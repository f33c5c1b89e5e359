package io.tongqi.command;

import io.tongqi.settings.Settings;
import io.tongqi.tables.Tables;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;

/** Opens the tables for commands that only read. */
final class Opened {
  private Opened() {}

  static void tables(Settings settings, Consumer<Tables> work) {
    SparkSession spark = Run.session(settings);
    try {
      Tables tables = new Tables(spark, settings.warehouse());
      tables.create();
      work.accept(tables);
    } finally {
      spark.stop();
    }
  }
}
