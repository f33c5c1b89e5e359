package io.tongqi.release;

import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Encoders;

/** Keeps of gold the last seven days that were computed, and all ends of months. */
public final class Retention {
  private static final int DAYS = 7;

  private final Tables tables;

  /** Of these tables. */
  public Retention(Tables tables) {
    this.tables = tables;
  }

  /**
   * Removes what is not kept; tells which days.
   *
   * @param computed the day that was just computed, which stays however old it is
   */
  public List<LocalDate> apply(LocalDate computed) {
    List<LocalDate> held = held(tables);
    List<LocalDate> dropped = dropped(held, computed);
    if (!dropped.isEmpty()) {
      String days =
          dropped.stream().map(day -> "DATE'" + day + "'").collect(Collectors.joining(", "));
      for (Table table : Table.values()) {
        if (table.partitionColumns().contains("as_of")) {
          tables.deleteWhere(table, "as_of IN (" + days + ")");
        }
      }
    }
    return dropped;
  }

  /** The days whose figures gold holds, in order. */
  static List<LocalDate> held(Tables tables) {
    return tables
        .read(Table.SAME_PERIODS)
        .select("as_of")
        .distinct()
        .as(Encoders.DATE())
        .collectAsList()
        .stream()
        .map(Date::toLocalDate)
        .sorted()
        .toList();
  }

  /** Of days in order, those that are neither of the last seven nor a month's end nor computed. */
  static List<LocalDate> dropped(List<LocalDate> held, LocalDate computed) {
    return held.subList(0, Math.max(0, held.size() - DAYS)).stream()
        .filter(day -> day.plusDays(1).getDayOfMonth() != 1 && !day.equals(computed))
        .toList();
  }
}
