package io.tongqi.comparison;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Years to compare, for tests: newest first, wholly covered unless said, of 181 days. */
final class Values {
  static final int DAYS = 181;

  private Values() {}

  /** Whole numbers from the current year 2024 back. */
  static List<YearValue> whole(long... newestFirst) {
    List<YearValue> values = new ArrayList<>();
    for (long value : newestFirst) {
      values.add(year(2024 - values.size(), value, 0));
    }
    return values;
  }

  static YearValue year(int year, long value, long lines) {
    return new YearValue(year, (double) value, null, null, DAYS, Availability.COVERED, lines);
  }

  static YearValue rate(int year, long numerator, long denominator) {
    Double value = denominator == 0 ? null : (double) numerator / denominator;
    return new YearValue(year, value, numerator, denominator, DAYS, Availability.COVERED, 0);
  }

  static YearValue unavailable(int year, Availability availability) {
    return new YearValue(year, null, null, null, DAYS, availability, 0);
  }

  static YearValue unavailable(int year, Coverage coverage) {
    return new YearValue(year, null, null, null, DAYS, coverage, 0, true);
  }

  /** A year of which some days are missing, for one cause. */
  static YearValue partly(int year, Double value, Gap... gaps) {
    int missing = 0;
    for (Gap gap : gaps) {
      missing += (int) ChronoUnit.DAYS.between(gap.first(), gap.last()) + 1;
    }
    Coverage coverage =
        Coverage.missing(Availability.PARTLY_COVERED, DAYS - missing, List.of(gaps));
    return new YearValue(year, value, null, null, DAYS, coverage, 0, true);
  }

  /** The days from a first to a last one that nobody has delivered. */
  static Gap undelivered(String first, String last) {
    return new Gap(LocalDate.parse(first), LocalDate.parse(last), Gap.State.UNKNOWN);
  }

  static YearValue ofDays(int year, long value, int days) {
    return new YearValue(year, (double) value, null, null, days, Availability.COVERED, 0);
  }

  /** The same years with one of them replaced. */
  static List<YearValue> replaced(List<YearValue> values, YearValue by) {
    return values.stream().map(value -> value.year() == by.year() ? by : value).toList();
  }
}
