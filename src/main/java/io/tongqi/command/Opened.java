package io.tongqi.command;

import io.tongqi.settings.Settings;
import io.tongqi.tables.SparkSessions;
import io.tongqi.tables.Tables;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;

/** Sessions and tables for commands. */
final class Opened {
  private Opened() {}

  /** Gives a session that shows times in the force's zone. */
  static void session(Settings settings, Consumer<SparkSession> work) {
    SparkSessions.during(
        "tongqi",
        settings.master(),
        settings.sparkConfiguration(),
        spark -> {
          String before = spark.conf().get(SparkSessions.TIME_ZONE);
          spark.conf().set(SparkSessions.TIME_ZONE, settings.timeZone().getId());
          try {
            work.accept(spark);
          } finally {
            spark.conf().set(SparkSessions.TIME_ZONE, before);
          }
        });
  }

  /** Gives the tables, created and registered. */
  static void tables(Settings settings, Consumer<Tables> work) {
    session(
        settings,
        spark -> {
          Tables tables = new Tables(spark, settings.warehouse());
          tables.create();
          work.accept(tables);
        });
  }
}
