package io.tongqi.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.calendar.DayRange;
import io.tongqi.calendar.SamePeriod;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PeriodsTest {
  private static final LocalDate KNOWN_AT = day(12);
  private static final SamePeriod MONTH = period("month", 1, 10);
  private static final SamePeriod WEEK = period("week", 3, 9);
  private static final Periods PERIODS =
      new Periods(
          List.of(MONTH, WEEK),
          cutOffs(),
          new TreeSet<>(List.of(day(1), day(11), day(13), day(3), day(10), day(12))));

  @Test
  void shouldStartASegmentWhereAPeriodStartsOrEndsOrIsCutOff() {
    assertThat(PERIODS.calendar())
        .extracting(row -> row.<LocalDate>getAs(0).getDayOfMonth() + " " + row.getInt(1))
        .containsExactly(
            "1 1", "2 1", "3 2", "4 2", "5 2", "6 2", "7 2", "8 2", "9 2", "10 3", "11 4", "12 5");
  }

  @Test
  void shouldMakeUpEachPeriodOfWholeSegments() {
    assertThat(PERIODS.periodSegments())
        .extracting(row -> row.mkString(" "))
        .containsExactly("1 0 1 3 5", "2 0 1 3 5", "3 0 1 3 5", "2 1 2 2 4");
  }

  @Test
  void shouldTellTheEarliestCutOffOfThePeriodsOfADay() {
    assertThat(PERIODS.calendar())
        .extracting(row -> row.get(0) + " " + row.get(2))
        .contains("2024-06-02 2024-06-12", "2024-06-03 2024-06-11", "2024-06-11 null");
  }

  private static Map<SamePeriod, LocalDate> cutOffs() {
    Map<SamePeriod, LocalDate> cutOffs = new LinkedHashMap<>();
    cutOffs.put(MONTH, KNOWN_AT);
    cutOffs.put(WEEK, day(11));
    return cutOffs;
  }

  private static SamePeriod period(String window, int first, int last) {
    return new SamePeriod(window, 2024, Optional.of(new DayRange(day(first), day(last))), true);
  }

  private static LocalDate day(int number) {
    return LocalDate.of(2024, 6, number);
  }
}
