package io.tongqi.calendar;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An unbroken run of days.
 *
 * @param first the first day, part of the range
 * @param last the last day, part of the range, not before {@code first}
 */
public record DayRange(LocalDate first, LocalDate last) implements Serializable {

  /**
   * @throws IllegalArgumentException if {@code last} lies before {@code first}
   */
  public DayRange {
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(last, "last");
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(
          "A range of days cannot end on "
              + last
              + ", before its first day "
              + first
              + "; give the earlier day first");
    }
  }

  /** The range of one day. */
  public static DayRange ofDay(LocalDate day) {
    return new DayRange(day, day);
  }

  /** All days of a month. */
  public static DayRange ofMonth(YearMonth month) {
    return new DayRange(month.atDay(1), month.atEndOfMonth());
  }

  /** All days of a year. */
  public static DayRange ofYear(Year year) {
    return new DayRange(year.atDay(1), year.atDay(year.length()));
  }

  /**
   * The range of a given length that ends on a given day.
   *
   * @param last the last day
   * @param days the length in days, at least 1
   * @throws IllegalArgumentException if {@code days} is less than 1
   */
  public static DayRange endingOn(LocalDate last, int days) {
    if (days < 1) {
      throw new IllegalArgumentException(
          "A range of days ending on "
              + last
              + " cannot be "
              + days
              + " days long; give at least 1");
    }
    return new DayRange(last.minusDays(days - 1L), last);
  }

  /** The unbroken runs of days that ranges make up together, the earliest first. */
  public static List<DayRange> runs(Collection<DayRange> ranges) {
    List<DayRange> runs = new ArrayList<>();
    ranges.stream()
        .sorted(Comparator.comparing(DayRange::first))
        .forEach(
            range -> {
              DayRange before = runs.isEmpty() ? null : runs.get(runs.size() - 1);
              if (before == null || range.first.isAfter(before.last.plusDays(1))) {
                runs.add(range);
              } else if (range.last.isAfter(before.last)) {
                runs.set(runs.size() - 1, new DayRange(before.first, range.last));
              }
            });
    return runs;
  }

  /** The number of days, first and last included. */
  public int days() {
    return Math.toIntExact(ChronoUnit.DAYS.between(first, last) + 1);
  }

  /** Whether the day lies in the range. */
  public boolean contains(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  /** Whether every day of the other range lies in this one. */
  public boolean contains(DayRange other) {
    return contains(other.first) && contains(other.last);
  }

  /** The days that both ranges have; empty if there are none. */
  public Optional<DayRange> intersect(DayRange other) {
    LocalDate from = first.isAfter(other.first) ? first : other.first;
    LocalDate to = last.isBefore(other.last) ? last : other.last;
    return to.isBefore(from) ? Optional.empty() : Optional.of(new DayRange(from, to));
  }

  /** Whether the range consists of whole calendar months. */
  public boolean isWholeMonths() {
    return first.getDayOfMonth() == 1 && last.plusDays(1).getDayOfMonth() == 1;
  }

  /** Whether the range consists of whole calendar years. */
  public boolean isWholeYears() {
    return first.getDayOfYear() == 1 && last.plusDays(1).getDayOfYear() == 1;
  }

  /** Every day of the range, the earliest first. */
  public Stream<LocalDate> dates() {
    return first.datesUntil(last.plusDays(1));
  }

  /** The two days in ISO form, for example {@code 2024-01-01..2024-06-30}. */
  @Override
  public String toString() {
    return first + ".." + last;
  }
}
