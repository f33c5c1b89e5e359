package io.tongqi.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Windows that do not align by month and day, on every day from 2015 to 2030. */
class WeekAndLunarPropertiesTest {
  private static final Map<Integer, LocalDate> NEW_YEARS =
      Stream.iterate(2004, year -> year + 1)
          .limit(27)
          .collect(Collectors.toMap(year -> year, LunarNewYear::day));

  @Test
  void shouldTakeTheYearFromTheEnd() {
    EveryDay.forEachDefinedPeriod(
        (period, days) ->
            assertThat(period.year())
                .isEqualTo(
                    period.window().equals("last_week")
                        ? days.last().get(IsoFields.WEEK_BASED_YEAR)
                        : days.last().getYear()));
  }

  @Test
  void shouldTakeWeeksFromMondayToSundayWithOneNumber() {
    Set<Integer> yearsWithWeek53 = Set.of(2009, 2015, 2020, 2026);
    for (LocalDate asOf : EveryDay.DAYS) {
      List<SamePeriod> weeks = EveryDay.periods(asOf, "last_week");
      int number = EveryDay.current(weeks).last().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
      assertThat(EveryDay.current(weeks).last()).isAfter(asOf.minusDays(7));
      for (SamePeriod week : weeks) {
        assertThat(week.days().isPresent())
            .isEqualTo(number < 53 || yearsWithWeek53.contains(week.year()));
        week.days()
            .ifPresent(
                days -> {
                  assertThat(days.first().getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
                  assertThat(days.last().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)).isEqualTo(number);
                });
      }
    }
  }

  @Test
  void shouldMeetWeek53InThreeYearsOnly() {
    Set<Integer> yearsWithWeek53 =
        EveryDay.DAYS.stream()
            .map(asOf -> EveryDay.periods(asOf, "last_week").get(0))
            .filter(
                week ->
                    week.days().orElseThrow().last().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) == 53)
            .map(SamePeriod::year)
            .collect(Collectors.toSet());

    assertThat(yearsWithWeek53).containsExactlyInAnyOrder(2015, 2020, 2026);
  }

  @Test
  void shouldTakeEverySpringFestivalFromItsOwnNewYear() {
    EveryDay.forEachDefinedPeriod(
        (period, days) -> {
          if (period.window().equals("spring_festival")) {
            assertThat(days.first().plusDays(15)).isEqualTo(NEW_YEARS.get(period.year()));
          }
        });
  }
}
