package io.tongqi.calendar;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** The same periods laid out for every last day to count from 2015 to 2030. */
final class EveryDay {
  static final int YEARS = 10;
  static final List<LocalDate> DAYS =
      LocalDate.of(2015, 1, 1).datesUntil(LocalDate.of(2031, 1, 1)).toList();

  private static final Map<String, String> NAMED =
      Map.of(
          "shopping", "06-01..06-18",
          "turn_of_year", "12-20..01-10",
          "winter", "12-01..02-28",
          "leap_day", "02-29..02-29",
          "business_year", "03-01..02-29");
  private static final Map<LocalDate, Map<String, List<SamePeriod>>> PERIODS = layOut();
  private static final List<LocalDate> LEAP_DAYS =
      Stream.iterate(2000, year -> year + 4)
          .limit(8)
          .map(year -> LocalDate.of(year, 2, 29))
          .toList();

  private EveryDay() {}

  static List<SamePeriod> periods(LocalDate asOf, String window) {
    return PERIODS.get(asOf).get(window);
  }

  static void forEachWindow(BiConsumer<LocalDate, List<SamePeriod>> check) {
    PERIODS.forEach(
        (asOf, windows) -> windows.values().forEach(periods -> check.accept(asOf, periods)));
  }

  static void forEachDefinedPeriod(BiConsumer<SamePeriod, DayRange> check) {
    forEachWindow(
        (asOf, periods) ->
            periods.forEach(period -> period.days().ifPresent(days -> check.accept(period, days))));
  }

  static DayRange current(List<SamePeriod> periods) {
    return periods.get(0).days().orElseThrow();
  }

  static long leapDays(DayRange days) {
    return LEAP_DAYS.stream().filter(days::contains).count();
  }

  private static Map<LocalDate, Map<String, List<SamePeriod>>> layOut() {
    Map<LocalDate, Map<String, List<SamePeriod>>> periods = new LinkedHashMap<>();
    for (LocalDate asOf : DAYS) {
      periods.put(
          asOf,
          SamePeriods.of(asOf, YEARS, NAMED).stream().collect(groupingBy(SamePeriod::window)));
    }
    return periods;
  }
}
