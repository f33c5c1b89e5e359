package io.tongqi.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which occurrence of a window is the current one, on every day from 2015 to 2030. */
class CurrentPeriodPropertiesTest {
  private static final Set<String> TO_DATE =
      Set.of(
          "year_to_date",
          "half_to_date",
          "quarter_to_date",
          "month_to_date",
          "last_28_days",
          "last_365_days");

  @Test
  void shouldGiveEveryWindowEveryYearNewestFirst() {
    EveryDay.forEachWindow(
        (asOf, periods) -> {
          assertThat(periods).hasSize(EveryDay.YEARS);
          for (int index = 0; index < EveryDay.YEARS; index++) {
            assertThat(periods.get(index).isCurrent()).isEqualTo(index == 0);
            assertThat(periods.get(index).year()).isEqualTo(periods.get(0).year() - index);
          }
        });
  }

  @Test
  void shouldEndOnOrBeforeTheLastDayToCount() {
    EveryDay.forEachWindow(
        (asOf, periods) -> {
          LocalDate end = EveryDay.current(periods).last();
          assertThat(end).isBeforeOrEqualTo(asOf);
          assertThat(end).isAfter(asOf.minusDays(385));
          if (TO_DATE.contains(periods.get(0).window())) {
            assertThat(end).isEqualTo(asOf);
          }
        });
  }

  @Test
  void shouldTakeTheNewestCompleteBlockOfMonths() {
    Map<String, Integer> months =
        Map.of("last_year", 12, "last_half", 6, "last_quarter", 3, "last_month", 1);
    months.forEach(
        (window, length) -> {
          List<DayRange> blocks =
              Stream.iterate(LocalDate.of(2013, 1, 1), start -> start.plusMonths(length))
                  .limit(20L * 12 / length)
                  .map(start -> new DayRange(start, start.plusMonths(length).minusDays(1)))
                  .toList();
          for (LocalDate asOf : EveryDay.DAYS) {
            DayRange newest =
                blocks.stream()
                    .filter(block -> !block.last().isAfter(asOf))
                    .reduce((earlier, later) -> later)
                    .orElseThrow();
            assertThat(EveryDay.current(EveryDay.periods(asOf, window))).isEqualTo(newest);
          }
        });
  }

  @Test
  void shouldTakeTheFirstHalfFrom30JuneOn() {
    for (int year = 2015; year <= 2030; year++) {
      assertThat(EveryDay.current(EveryDay.periods(LocalDate.of(year, 6, 29), "last_half")))
          .hasToString((year - 1) + "-07-01.." + (year - 1) + "-12-31");
      assertThat(EveryDay.current(EveryDay.periods(LocalDate.of(year, 6, 30), "last_half")))
          .hasToString(year + "-01-01.." + year + "-06-30");
    }
  }
}
