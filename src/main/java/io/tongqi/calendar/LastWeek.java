package io.tongqi.calendar;

import static java.time.temporal.IsoFields.WEEK_BASED_YEAR;
import static java.time.temporal.IsoFields.WEEK_OF_WEEK_BASED_YEAR;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/** The last complete ISO week, Monday to Sunday, beside the week of the same number. */
record LastWeek(String name) implements Window {
  private static final int DAYS = 7;

  @Override
  public int currentYear(LocalDate asOf) {
    return lastSunday(asOf).get(WEEK_BASED_YEAR);
  }

  @Override
  public Optional<DayRange> inYear(int year, LocalDate asOf) {
    int week = lastSunday(asOf).get(WEEK_OF_WEEK_BASED_YEAR);
    LocalDate lastSunday = sundayOfWeekOne(year).plusWeeks(week - 1L);
    return lastSunday.get(WEEK_BASED_YEAR) == year
        ? Optional.of(DayRange.endingOn(lastSunday, DAYS))
        : Optional.empty();
  }

  private static LocalDate lastSunday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
  }

  /** Week 1 is the week with 4 January (ISO 8601). */
  private static LocalDate sundayOfWeekOne(int year) {
    return LocalDate.of(year, 1, 4).with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
  }
}
