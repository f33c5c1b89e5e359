package io.tongqi.calendar;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The last complete Spring Festival travel season (春运): the 40 days from 15 days before Lunar New
 * Year's Day to 24 days after it.
 */
record SpringFestival(String name) implements Window {
  private static final int DAYS_BEFORE = 15;
  private static final int DAYS_AFTER = 24;

  @Override
  public int currentYear(LocalDate asOf) {
    int year = asOf.getYear();
    return season(year).last().isAfter(asOf) ? year - 1 : year;
  }

  @Override
  public Optional<DayRange> inYear(int year, LocalDate asOf) {
    return Optional.of(season(year));
  }

  private static DayRange season(int year) {
    LocalDate newYear = LunarNewYear.day(year);
    return new DayRange(newYear.minusDays(DAYS_BEFORE), newYear.plusDays(DAYS_AFTER));
  }
}
