package io.tongqi.calendar;

import java.time.LocalDate;
import java.time.YearMonth;

/** Where a day or a block of months lies in the calendar. */
final class Alignment {
  private Alignment() {}

  /** The same month and day in another year; the last day of a month stays the last day of it. */
  static LocalDate inYear(LocalDate day, int year) {
    return day.equals(YearMonth.from(day).atEndOfMonth())
        ? YearMonth.of(year, day.getMonth()).atEndOfMonth()
        : day.withYear(year);
  }

  /** The first day of the month, quarter, half or year (1, 3, 6 or 12 months) with this day. */
  static LocalDate blockStart(LocalDate day, int months) {
    int monthsIntoBlock = (day.getMonthValue() - 1) % months;
    return day.withDayOfMonth(1).minusMonths(monthsIntoBlock);
  }

  /** The last day of the newest month, quarter, half or year that ends on or before the day. */
  static LocalDate lastBlockEnd(LocalDate day, int months) {
    return blockStart(day.plusDays(1), months).minusDays(1);
  }
}
