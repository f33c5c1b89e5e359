package io.tongqi.command;

import io.tongqi.settings.Settings;
import io.tongqi.tables.SparkSessions;
import io.tongqi.tables.Tables;
import java.util.function.Consumer;

/** Opens the tables for commands that only read. */
final class Opened {
  private Opened() {}

  static void tables(Settings settings, Consumer<Tables> work) {
    SparkSessions.during(
        "tongqi",
        settings.master(),
        settings.sparkConfiguration(),
        spark -> {
          Tables tables = new Tables(spark, settings.warehouse());
          tables.create();
          work.accept(tables);
        });
  }
}
