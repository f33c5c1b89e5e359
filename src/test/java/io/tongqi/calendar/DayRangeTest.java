package io.tongqi.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayRangeTest {
  private static final DayRange FEBRUARY = DayRange.ofMonth(YearMonth.of(2024, 2));

  @Test
  void shouldCountFirstAndLastDay() {
    assertThat(DayRange.ofDay(day("2024-02-29")).days()).isEqualTo(1);
    assertThat(FEBRUARY.days()).isEqualTo(29);
    assertThat(DayRange.ofYear(Year.of(2023)).days()).isEqualTo(365);
    assertThat(DayRange.ofYear(Year.of(2024)).days()).isEqualTo(366);
  }

  @Test
  void shouldContainItsFirstAndLastDayAndNoneBeyond() {
    assertThat(FEBRUARY.contains(day("2024-01-31"))).isFalse();
    assertThat(FEBRUARY.contains(day("2024-02-01"))).isTrue();
    assertThat(FEBRUARY.contains(day("2024-02-29"))).isTrue();
    assertThat(FEBRUARY.contains(day("2024-03-01"))).isFalse();
  }

  @Test
  void shouldContainARangeOnlyWithAllItsDays() {
    assertThat(FEBRUARY.contains(FEBRUARY)).isTrue();
    assertThat(FEBRUARY.contains(range("2024-02-10", "2024-02-29"))).isTrue();
    assertThat(FEBRUARY.contains(range("2024-02-10", "2024-03-01"))).isFalse();
    assertThat(FEBRUARY.contains(range("2024-01-31", "2024-02-10"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "2024-02-10, 2024-03-10, 2024-02-10..2024-02-29",
    "2024-01-10, 2024-02-01, 2024-02-01..2024-02-01",
    "2024-01-01, 2024-12-31, 2024-02-01..2024-02-29",
    "2024-02-05, 2024-02-06, 2024-02-05..2024-02-06"
  })
  void shouldIntersectToTheSharedDays(LocalDate first, LocalDate last, String shared) {
    DayRange other = new DayRange(first, last);

    assertThat(FEBRUARY.intersect(other)).map(DayRange::toString).hasValue(shared);
    assertThat(other.intersect(FEBRUARY)).isEqualTo(FEBRUARY.intersect(other));
  }

  @Test
  void shouldIntersectToNothingWithANeighbour() {
    assertThat(FEBRUARY.intersect(DayRange.ofMonth(YearMonth.of(2024, 1)))).isEmpty();
    assertThat(FEBRUARY.intersect(DayRange.ofMonth(YearMonth.of(2024, 3)))).isEmpty();
  }

  @Test
  void shouldTellWholeMonthsAndYears() {
    assertThat(FEBRUARY.isWholeMonths()).isTrue();
    assertThat(FEBRUARY.isWholeYears()).isFalse();
    assertThat(range("2024-02-01", "2024-02-28").isWholeMonths()).isFalse();
    assertThat(range("2023-12-15", "2024-02-29").isWholeMonths()).isFalse();
    assertThat(range("2023-12-01", "2024-02-29").isWholeMonths()).isTrue();
    assertThat(range("2022-01-01", "2023-12-31").isWholeYears()).isTrue();
    assertThat(range("2022-02-01", "2023-12-31").isWholeYears()).isFalse();
  }

  @Test
  void shouldListItsDaysInOrder() {
    assertThat(range("2024-02-28", "2024-03-01").dates())
        .containsExactly(day("2024-02-28"), day("2024-02-29"), day("2024-03-01"));
  }

  @Test
  void shouldEndOnTheGivenDay() {
    assertThat(DayRange.endingOn(day("2024-03-01"), 3)).hasToString("2024-02-28..2024-03-01");
  }

  @Test
  void shouldRefuseARangeThatEndsBeforeItBegins() {
    assertThatThrownBy(() -> range("2024-02-02", "2024-02-01"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "A range of days cannot end on 2024-02-01, before its first day 2024-02-02;"
                + " give the earlier day first");
  }

  @Test
  void shouldRefuseALengthOfNoDays() {
    assertThatThrownBy(() -> DayRange.endingOn(day("2024-02-02"), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A range of days ending on 2024-02-02 cannot be 0 days long; give at least 1");
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static DayRange range(String first, String last) {
    return new DayRange(day(first), day(last));
  }

  @Test
  void shouldJoinRangesToUnbrokenRuns() {
    DayRange march = DayRange.ofMonth(YearMonth.of(2024, 3));
    DayRange april = DayRange.ofMonth(YearMonth.of(2024, 4));
    DayRange june = DayRange.ofMonth(YearMonth.of(2024, 6));

    assertThat(DayRange.runs(List.of(june, april, march, DayRange.ofDay(april.first()))))
        .containsExactly(new DayRange(march.first(), april.last()), june);
    assertThat(DayRange.runs(List.of())).isEmpty();
  }
}
