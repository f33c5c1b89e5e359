package io.tongqi.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How the years of a window line up, on every day from 2015 to 2030. */
class AlignmentPropertiesTest {
  private static final Set<String> ALIGNED_OTHERWISE = Set.of("last_week", "spring_festival");

  @Test
  void shouldAlignEndsByMonthAndDayAndMonthEndsByMonth() {
    EveryDay.forEachWindow(
        (asOf, periods) -> {
          if (ALIGNED_OTHERWISE.contains(periods.get(0).window())) {
            return;
          }
          LocalDate currentEnd = EveryDay.current(periods).last();
          for (SamePeriod period : periods) {
            LocalDate end = period.days().orElseThrow().last();
            assertThat(end.getMonth()).isEqualTo(currentEnd.getMonth());
            if (isMonthEnd(currentEnd)) {
              assertThat(isMonthEnd(end)).as("%s on %s", period, asOf).isTrue();
            } else {
              assertThat(end.getDayOfMonth()).isEqualTo(currentEnd.getDayOfMonth());
            }
          }
        });
  }

  @Test
  void shouldAlignStartsByMonthAndDay() {
    Set<String> fixedLength = Set.of("last_28_days", "last_365_days", "leap_day");
    EveryDay.forEachWindow(
        (asOf, periods) -> {
          String window = periods.get(0).window();
          if (ALIGNED_OTHERWISE.contains(window) || fixedLength.contains(window)) {
            return;
          }
          LocalDate currentStart = EveryDay.current(periods).first();
          for (SamePeriod period : periods) {
            LocalDate start = period.days().orElseThrow().first();
            assertThat(start).isEqualTo(currentStart.withYear(start.getYear()));
          }
        });
  }

  @Test
  void shouldKeepTheLengthOfFixedWindows() {
    Map<String, Integer> lengths =
        Map.of(
            "last_28_days", 28,
            "last_365_days", 365,
            "last_week", 7,
            "spring_festival", 40,
            "shopping", 18,
            "turn_of_year", 22,
            "leap_day", 1);
    EveryDay.forEachDefinedPeriod(
        (period, days) -> {
          if (lengths.containsKey(period.window())) {
            assertThat(days.days()).as("%s", period).isEqualTo(lengths.get(period.window()));
          }
        });
  }

  @Test
  void shouldDifferInLengthByTheLeapDayOnly() {
    EveryDay.forEachWindow(
        (asOf, periods) -> {
          if (ALIGNED_OTHERWISE.contains(periods.get(0).window())
              || periods.get(0).window().endsWith("_days")
              || periods.get(0).window().equals("leap_day")) {
            return;
          }
          long lengths =
              periods.stream()
                  .map(period -> period.days().orElseThrow())
                  .map(days -> days.days() - EveryDay.leapDays(days))
                  .distinct()
                  .count();
          assertThat(lengths).as("%s on %s", periods, asOf).isEqualTo(1);
        });
  }

  @Test
  void shouldCountNoDayTwice() {
    EveryDay.forEachWindow(
        (asOf, periods) -> {
          List<DayRange> ranges =
              periods.stream().map(SamePeriod::days).flatMap(Optional::stream).toList();
          for (int index = 1; index < ranges.size(); index++) {
            assertThat(ranges.get(index).last())
                .as("%s on %s", periods.get(0).window(), asOf)
                .isBefore(ranges.get(index - 1).first());
          }
        });
  }

  @Test
  void shouldCountEveryLeapDayOfCompleteYearsOnce() {
    for (LocalDate asOf : EveryDay.DAYS) {
      List<SamePeriod> years = EveryDay.periods(asOf, "last_year");
      for (SamePeriod year : years) {
        assertThat(EveryDay.leapDays(year.days().orElseThrow()))
            .isEqualTo(Year.isLeap(year.year()) ? 1 : 0);
      }
    }
  }

  private static boolean isMonthEnd(LocalDate day) {
    return day.plusDays(1).getDayOfMonth() == 1;
  }
}
