package io.tongqi.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A stretch of the year whose figures are compared with the same stretch of other years.
 *
 * <p>Windows align by month and day, and one that ends at a month's end does so in every year: the
 * year up to 29 February 2024 compares with the year up to 28 February 2023. Windows of a fixed
 * number of days align their last day and keep their length. {@code last_week} aligns by ISO week,
 * {@code spring_festival} by lunar year.
 */
public sealed interface Window
    permits LastDays, LastMonths, LastWeek, MonthsToDate, NamedWindow, SpringFestival {

  /** The name in the tables, for example {@code year_to_date}. */
  String name();

  /**
   * The year of the newest occurrence that ends on or before a day.
   *
   * @param asOf the last day to count
   * @return the year of the occurrence's last day; for weeks the ISO year
   */
  int currentYear(LocalDate asOf);

  /**
   * The window's days in a year.
   *
   * @param year the year of the window's last day; for weeks the ISO year
   * @param asOf the last day to count, to which windows without fixed dates are aligned
   * @return the days; empty if the year has no such window (ISO week 53)
   */
  Optional<DayRange> inYear(int year, LocalDate asOf);

  /** The windows that need no settings, in the order of the tables. */
  static List<Window> builtIn() {
    return List.of(
        new MonthsToDate("year_to_date", 12),
        new MonthsToDate("half_to_date", 6),
        new MonthsToDate("quarter_to_date", 3),
        new MonthsToDate("month_to_date", 1),
        new LastMonths("last_year", 12),
        new LastMonths("last_half", 6),
        new LastMonths("last_quarter", 3),
        new LastMonths("last_month", 1),
        new LastDays("last_28_days", 28),
        new LastDays("last_365_days", 365),
        new LastWeek("last_week"),
        new SpringFestival("spring_festival"));
  }

  /**
   * A window of the settings: the last complete one on or before the last day to count.
   *
   * @param name the window's name, not one of the built-in windows
   * @param days first and last day as {@code MM-DD..MM-DD}; a first day after the last one lies in
   *     the year before ({@code 12-20..01-10}). A last day {@code 02-28} or {@code 02-29} is
   *     February's last day, whichever that is; a first day {@code 02-29} is 28 February in years
   *     without it.
   * @throws IllegalArgumentException naming window and value, if the name is blank or taken, or the
   *     days cannot be read
   */
  static Window named(String name, String days) {
    if (name == null || name.isBlank()) {
      throw new IllegalArgumentException(
          "Reading a named window: its name is blank and its value is '"
              + days
              + "'; give it a name");
    }
    if (builtIn().stream().anyMatch(window -> window.name().equals(name))) {
      throw new IllegalArgumentException(
          "Reading the named window '"
              + name
              + "' with the value '"
              + days
              + "': a built-in window has this name; choose another");
    }
    return NamedWindow.parse(name, days);
  }
}
