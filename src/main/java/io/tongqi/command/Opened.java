package io.tongqi.command;

import io.tongqi.faults.SettingsException;
import io.tongqi.settings.Settings;
import io.tongqi.tables.SparkSessions;
import io.tongqi.tables.TableException;
import io.tongqi.tables.Tables;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;

/** Sessions and tables for commands. */
final class Opened {
  private Opened() {}

  /**
   * Gives a session of its own, which shows times in the force's zone.
   *
   * @param command that the jobs of the session are shown as in Spark's pages
   */
  static void session(String command, Settings settings, Consumer<SparkSession> work) {
    SparkSessions.during(
        "tongqi " + command,
        settings.master(),
        settings.sparkConfiguration(),
        spark -> {
          spark.conf().set(SparkSessions.TIME_ZONE, settings.timeZone().getId());
          spark.sparkContext().setJobDescription(command);
          work.accept(spark);
        });
  }

  /**
   * Gives the tables to read, all under their names.
   *
   * @throws SettingsException when one that is read does not exist
   */
  static void tables(String command, Settings settings, Consumer<Tables> work) {
    session(
        command,
        settings,
        spark -> {
          Tables tables = new Tables(spark, settings.warehouse());
          tables.name();
          try {
            work.accept(tables);
          } catch (TableException missing) {
            throw new SettingsException(List.of(missing.getMessage()));
          }
        });
  }
}
