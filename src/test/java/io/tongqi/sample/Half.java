package io.tongqi.sample;

import io.tongqi.calendar.DayRange;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Half a year.
 *
 * @param year the year
 * @param number 1 or 2
 */
record Half(int year, int number) {
  static final int FIRST_YEAR = 2015;
  static final int LAST_YEAR = 2024;

  /** The halves of all years of the sample, in order. */
  static List<Half> all() {
    return IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR)
        .boxed()
        .flatMap(year -> IntStream.of(1, 2).mapToObj(number -> new Half(year, number)))
        .toList();
  }

  /** Whether the sample's exact figures are about this kind of half. */
  boolean isFirst() {
    return number == 1;
  }

  /** Its days, both ends included. */
  DayRange range() {
    LocalDate first = LocalDate.of(year, isFirst() ? 1 : 7, 1);
    return new DayRange(first, first.plusMonths(6).minusDays(1));
  }

  /** Its days in order. */
  List<LocalDate> days() {
    DayRange range = range();
    return range.first().datesUntil(range.last().plusDays(1)).toList();
  }
}
