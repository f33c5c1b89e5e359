package io.tongqi.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cases worked by hand with a wall calendar. */
class SamePeriodsTest {

  @ParameterizedTest(name = "{0} on {1}")
  @CsvSource({
    // The half-year bulletin.
    "year_to_date,    2024-06-30, 2024-01-01..2024-06-30, 2023-01-01..2023-06-30",
    "half_to_date,    2024-06-30, 2024-01-01..2024-06-30, 2023-01-01..2023-06-30",
    "quarter_to_date, 2024-06-30, 2024-04-01..2024-06-30, 2023-04-01..2023-06-30",
    "month_to_date,   2024-06-30, 2024-06-01..2024-06-30, 2023-06-01..2023-06-30",
    "last_year,       2024-06-30, 2023-01-01..2023-12-31, 2022-01-01..2022-12-31",
    "last_half,       2024-06-30, 2024-01-01..2024-06-30, 2023-01-01..2023-06-30",
    "last_quarter,    2024-06-30, 2024-04-01..2024-06-30, 2023-04-01..2023-06-30",
    "last_month,      2024-06-30, 2024-06-01..2024-06-30, 2023-06-01..2023-06-30",
    "last_28_days,    2024-06-30, 2024-06-03..2024-06-30, 2023-06-03..2023-06-30",
    "last_365_days,   2024-06-30, 2023-07-02..2024-06-30, 2022-07-01..2023-06-30",
    "last_week,       2024-06-30, 2024-06-24..2024-06-30, 2023-06-26..2023-07-02",
    "spring_festival, 2024-06-30, 2024-01-26..2024-03-05, 2023-01-07..2023-02-15",
    // The day before, nothing that ends on 30 June is complete.
    "year_to_date,    2024-06-29, 2024-01-01..2024-06-29, 2023-01-01..2023-06-29",
    "last_half,       2024-06-29, 2023-07-01..2023-12-31, 2022-07-01..2022-12-31",
    "last_quarter,    2024-06-29, 2024-01-01..2024-03-31, 2023-01-01..2023-03-31",
    "last_month,      2024-06-29, 2024-05-01..2024-05-31, 2023-05-01..2023-05-31",
    "last_week,       2024-06-29, 2024-06-17..2024-06-23, 2023-06-19..2023-06-25",
    // Leap years on either side.
    "year_to_date,    2024-02-29, 2024-01-01..2024-02-29, 2023-01-01..2023-02-28",
    "year_to_date,    2024-02-28, 2024-01-01..2024-02-28, 2023-01-01..2023-02-28",
    "year_to_date,    2025-02-28, 2025-01-01..2025-02-28, 2024-01-01..2024-02-29",
    "year_to_date,    2025-02-27, 2025-01-01..2025-02-27, 2024-01-01..2024-02-27",
    "last_month,      2025-03-15, 2025-02-01..2025-02-28, 2024-02-01..2024-02-29",
    "last_28_days,    2024-02-29, 2024-02-02..2024-02-29, 2023-02-01..2023-02-28",
    "last_28_days,    2025-02-28, 2025-02-01..2025-02-28, 2024-02-02..2024-02-29",
    "last_28_days,    2025-03-10, 2025-02-11..2025-03-10, 2024-02-12..2024-03-10",
    "last_365_days,   2025-02-28, 2024-03-01..2025-02-28, 2023-03-02..2024-02-29",
    // The turn of the year.
    "year_to_date,    2024-01-01, 2024-01-01..2024-01-01, 2023-01-01..2023-01-01",
    "half_to_date,    2024-07-01, 2024-07-01..2024-07-01, 2023-07-01..2023-07-01",
    "last_year,       2024-12-31, 2024-01-01..2024-12-31, 2023-01-01..2023-12-31",
    "last_year,       2024-12-30, 2023-01-01..2023-12-31, 2022-01-01..2022-12-31",
    "last_half,       2024-12-31, 2024-07-01..2024-12-31, 2023-07-01..2023-12-31",
    "last_quarter,    2024-01-01, 2023-10-01..2023-12-31, 2022-10-01..2022-12-31",
    "last_28_days,    2024-01-10, 2023-12-14..2024-01-10, 2022-12-14..2023-01-10",
    "last_week,       2025-01-05, 2024-12-30..2025-01-05, 2024-01-01..2024-01-07",
    // The travel season counts once its fortieth day is over.
    "spring_festival, 2024-03-04, 2023-01-07..2023-02-15, 2022-01-17..2022-02-25",
    "spring_festival, 2024-03-05, 2024-01-26..2024-03-05, 2023-01-07..2023-02-15"
  })
  void shouldAlignBuiltInWindows(String window, LocalDate asOf, String current, String yearBefore) {
    List<SamePeriod> periods = periodsOf(window, SamePeriods.of(asOf, 2, Map.of()));

    assertThat(periods)
        .extracting(period -> period.days().orElseThrow().toString())
        .containsExactly(current, yearBefore);
  }

  @ParameterizedTest
  @CsvSource({
    "last_28_days,  2024-01-10, 2024",
    "last_365_days, 2024-06-30, 2024",
    "last_year,     2024-06-30, 2023",
    "last_quarter,  2024-01-01, 2023",
    "last_week,     2024-12-29, 2024",
    "last_week,     2025-01-04, 2024",
    "last_week,     2025-01-05, 2025",
    "last_week,     2021-01-03, 2020",
    "last_week,     2027-01-03, 2026",
    "campaign,      2024-01-10, 2024"
  })
  void shouldTakeTheYearFromTheEnd(String window, LocalDate asOf, int year) {
    Map<String, String> named = Map.of("campaign", "12-20..01-10");

    assertThat(periodsOf(window, SamePeriods.of(asOf, 10, named)).get(0).year()).isEqualTo(year);
  }

  @ParameterizedTest
  @CsvSource({
    "2016-01-03, 2015-12-28..2016-01-03",
    "2021-01-03, 2020-12-28..2021-01-03",
    "2027-01-03, 2026-12-28..2027-01-03"
  })
  void shouldFindWeek53OnlyInYearsThatHaveIt(LocalDate asOf, String current) {
    List<SamePeriod> weeks = periodsOf("last_week", SamePeriods.of(asOf, 7, Map.of()));

    assertThat(weeks.get(0).days()).map(DayRange::toString).hasValue(current);
    assertThat(weeks)
        .allSatisfy(
            week ->
                assertThat(week.days().isPresent())
                    .isEqualTo(List.of(2009, 2015, 2020, 2026).contains(week.year())));
  }

  @Test
  void shouldListTenYearsNewestFirstAndMarkTheCurrentOne() {
    List<SamePeriod> periods =
        periodsOf("year_to_date", SamePeriods.of(LocalDate.of(2024, 6, 30), 10, Map.of()));

    assertThat(periods)
        .extracting(SamePeriod::year)
        .containsExactly(2024, 2023, 2022, 2021, 2020, 2019, 2018, 2017, 2016, 2015);
    assertThat(periods)
        .extracting(SamePeriod::isCurrent)
        .containsExactly(true, false, false, false, false, false, false, false, false, false);
  }

  @Test
  void shouldListBuiltInWindowsBeforeNamedOnesInTheirOrder() {
    Map<String, String> named = new LinkedHashMap<>();
    named.put("shopping", "06-01..06-18");
    named.put("年关", "12-20..01-10");

    assertThat(SamePeriods.of(LocalDate.of(2024, 6, 30), 1, named))
        .extracting(SamePeriod::window)
        .containsExactly(
            "year_to_date",
            "half_to_date",
            "quarter_to_date",
            "month_to_date",
            "last_year",
            "last_half",
            "last_quarter",
            "last_month",
            "last_28_days",
            "last_365_days",
            "last_week",
            "spring_festival",
            "shopping",
            "年关");
  }

  @Test
  void shouldRefuseToCompareNoYears() {
    assertThatThrownBy(() -> SamePeriods.of(LocalDate.of(2024, 6, 30), 0, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Laying out the same periods up to 2024-06-30: cannot compare 0 years;"
                + " give at least 1, the current one included");
  }

  private static List<SamePeriod> periodsOf(String window, List<SamePeriod> periods) {
    return periods.stream().filter(period -> period.window().equals(window)).toList();
  }
}
