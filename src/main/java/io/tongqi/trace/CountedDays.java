package io.tongqi.trace;

import static org.apache.spark.sql.functions.col;

import io.tongqi.faults.SettingsException;
import io.tongqi.release.Release;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import java.sql.Date;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;
import org.apache.spark.sql.Row;

/**
 * The days of a figure.
 *
 * @param first the first day of its window
 * @param last the last day of its window
 * @param cutOff up to when something has to be recorded to count
 */
public record CountedDays(LocalDate first, LocalDate last, LocalDate cutOff) {
  /**
   * The year of a window's current period in a release.
   *
   * @param tables named at the versions of the release
   * @throws SettingsException when there is no such window
   */
  public static int currentYear(Tables tables, Release release, String window) {
    return periods(tables, release, window).stream()
        .filter(row -> row.<Boolean>getAs("is_current"))
        .findFirst()
        .map(row -> row.<Integer>getAs("year"))
        .orElseThrow(
            () ->
                new SettingsException(
                    List.of(
                        "tracing a figure of the window %s: release %s has none; correct --window"
                            .formatted(window, release.id()))));
  }

  /** Those of a figure in a release. */
  static CountedDays of(Tables tables, Release release, Figure figure) {
    List<Row> periods = periods(tables, release, figure.window());
    Row period =
        period(periods, row -> row.<Integer>getAs("year") == figure.year(), release, figure);
    Row current = period(periods, row -> row.<Boolean>getAs("is_current"), release, figure);
    LocalDate last = day(period, "last_day");
    long lag = ChronoUnit.DAYS.between(day(current, "last_day"), release.knownAt());
    return new CountedDays(
        day(period, "first_day"),
        last,
        figure.vintage().cutOff(release.knownAt(), last.plusDays(lag)));
  }

  private static Row period(
      List<Row> periods, Predicate<Row> condition, Release release, Figure figure) {
    return periods.stream()
        .filter(condition)
        .findFirst()
        .orElseThrow(
            () ->
                fault(
                    figure,
                    release,
                    "gold.same_periods has no such year of the window; correct the options"));
  }

  private static List<Row> periods(Tables tables, Release release, String window) {
    return tables
        .spark()
        .table(Table.SAME_PERIODS.fullName())
        .where(col("as_of").equalTo(Date.valueOf(release.asOf())))
        .where(col("window").equalTo(window))
        .select("first_day", "last_day", "year", "is_current")
        .collectAsList();
  }

  private static LocalDate day(Row row, String column) {
    return row.<Date>getAs(column).toLocalDate();
  }

  /** The same with another day up to which something has to be recorded. */
  CountedDays cutOffAt(LocalDate day) {
    return new CountedDays(first, last, day);
  }

  /** Whether both count the days of one window. */
  boolean isSameWindow(CountedDays other) {
    return first.equals(other.first) && last.equals(other.last);
  }

  /** Why a figure of a release cannot be traced, and what to do. */
  static SettingsException fault(Figure figure, Release release, String why) {
    return new SettingsException(
        List.of(
            "tracing %s of %s in %s, %s %d, release %s: %s"
                .formatted(
                    figure.metric().column(),
                    figure.group(),
                    figure.area().code(),
                    figure.window(),
                    figure.year(),
                    release.id(),
                    why)));
  }
}
