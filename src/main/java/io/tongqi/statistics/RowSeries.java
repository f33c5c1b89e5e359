package io.tongqi.statistics;

import io.tongqi.calendar.DayRange;
import io.tongqi.calendar.SameDay;
import io.tongqi.domain.Resolution;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import javax.annotation.Nullable;

/**
 * The rows of a source in the order of time, a place for each day, month or year as exactly as it
 * dates them, and what to expect of some places by those of a year on either side of them.
 */
final class RowSeries {
  private static final int DAYS_A_WEEK = 7;

  /** By how many days a holiday may be moved, as to the next working day. */
  private static final int MOVED = 2;

  private final DayRange span;
  private final Resolution resolution;
  private final int[] starts;
  private final double[] answered;
  private final int kinds;
  private final long[] rowsBefore;
  private final double[] answeredBefore;
  private final long[] allRowsBefore;
  private final double[] allAnsweredBefore;
  private final List<Places> months;

  /**
   * A series.
   *
   * @param rows how many rows each day of the span has
   * @param answeredDays the days of the span that the source answers for
   * @param known of each day, what share of its rows is known by now: a day counts for so much
   */
  RowSeries(DayRange span, int[] rows, BitSet answeredDays, double[] known, Resolution resolution) {
    this.span = span;
    this.resolution = resolution;
    this.starts = starts(span, resolution);
    this.kinds = resolution == Resolution.DAY ? DAYS_A_WEEK : 1;
    int places = starts.length - 1;
    this.answered = new double[places];
    this.rowsBefore = new long[(places + 1) * kinds];
    this.answeredBefore = new double[(places + 1) * kinds];
    this.allRowsBefore = new long[places + 1];
    this.allAnsweredBefore = new double[places + 1];
    for (int place = 0; place < places; place++) {
      for (int day = starts[place]; day < starts[place + 1]; day++) {
        answered[place] += answeredDays.get(day) ? known[day] : 0;
      }
      answered[place] /= starts[place + 1] - starts[place];
      System.arraycopy(rowsBefore, place * kinds, rowsBefore, (place + 1) * kinds, kinds);
      System.arraycopy(answeredBefore, place * kinds, answeredBefore, (place + 1) * kinds, kinds);
      int next = (place + 1) * kinds + place % kinds;
      answeredBefore[next] += answered[place];
      for (int day = starts[place]; answered[place] > 0 && day < starts[place + 1]; day++) {
        rowsBefore[next] += rows[day];
        allRowsBefore[place + 1] += rows[day];
      }
      allRowsBefore[place + 1] += allRowsBefore[place];
      allAnsweredBefore[place + 1] = allAnsweredBefore[place] + answered[place];
    }
    this.months = months(resolution == Resolution.DAY ? starts(span, Resolution.MONTH) : null);
  }

  /** How many places it has. */
  int places() {
    return answered.length;
  }

  /** Whether the source answers for the place, and has no row there. */
  boolean isSilent(int place) {
    return answered[place] > 0 && rows(new Places(place, place)) == 0;
  }

  /** The rows of places; less than none are none. */
  long rows(Places places) {
    return Math.max(0, allRowsBefore[places.last() + 1] - allRowsBefore[places.first()]);
  }

  /** How many days, months or years of the places the source answers for. */
  double answered(Places places) {
    return places.first() > places.last()
        ? 0
        : allAnsweredBefore[places.last() + 1] - allAnsweredBefore[places.first()];
  }

  /** More than can be expected of places, whatever their days of the week; quick to tell. */
  double atMostExpected(Places places) {
    double rows = 0;
    double days = 0;
    for (Places side : sides(places)) {
      rows += side.first() > side.last() ? 0 : rows(side);
      days += answered(side);
    }
    return days > 0 ? kinds * answered(places) * rows / days : 0;
  }

  /** The days of the places. */
  DayRange days(Places places) {
    return new DayRange(
        span.first().plusDays(starts[places.first()]),
        span.first().plusDays(starts[places.last() + 1] - 1L));
  }

  /** A year of places. */
  int year() {
    return switch (resolution) {
      case DAY -> 365;
      case MONTH -> 12;
      case YEAR -> 1;
    };
  }

  /** Its months, or years where it knows no months, of which the source answers for a day. */
  List<Places> months() {
    return months;
  }

  private List<Places> months(@Nullable int[] firstDays) {
    int count = firstDays == null ? places() : firstDays.length - 1;
    return IntStream.range(0, count)
        .mapToObj(
            it ->
                firstDays == null
                    ? new Places(it, it)
                    : new Places(firstDays[it], firstDays[it + 1] - 1))
        .filter(it -> answered(it) > 0)
        .toList();
  }

  /**
   * The rows that the year before some places and the year after them let expect in them, each
   * weekday by its own.
   *
   * @param without places of these two years that do not count
   */
  double expected(Places places, Places without) {
    return expected(places, places, without);
  }

  /** The same for some places by the two years around others. */
  double expected(Places places, Places around, Places without) {
    double expected = 0;
    for (int kind = 0; kind < kinds; kind++) {
      double asked = answered(places.first(), places.last(), kind);
      if (asked > 0) {
        expected += asked * rate(around, kind, without);
      }
    }
    return expected;
  }

  /** The rows of the two years around some places, from which is known what to expect there. */
  long rowsAround(Places places) {
    return sides(places).stream().filter(it -> it.first() <= it.last()).mapToLong(this::rows).sum();
  }

  private double rate(Places around, int kind, Places without) {
    long rows = 0;
    double days = 0;
    for (Places side : sides(around)) {
      Places both = side.and(without);
      rows += rows(side.first(), side.last(), kind) - rows(both.first(), both.last(), kind);
      days += answered(side.first(), side.last(), kind) - answered(both.first(), both.last(), kind);
    }
    return days > 0 ? Math.max(rows, 0) / days : 0;
  }

  /** A year on either side. */
  private List<Places> sides(Places around) {
    return List.of(
        new Places(Math.max(0, around.first() - year()), around.first() - 1),
        new Places(around.last() + 1, Math.min(places() - 1, around.last() + year())));
  }

  /** The first places of the same days in another year; a holiday may be moved by some days. */
  Collection<Integer> same(int place, int years) {
    List<Integer> same = new ArrayList<>();
    switch (resolution) {
      case DAY -> {
        for (LocalDate day : SameDay.of(span.first().plusDays(place), years)) {
          int number = Math.toIntExact(ChronoUnit.DAYS.between(span.first(), day));
          for (int moved = -MOVED; moved <= MOVED; moved++) {
            same.add(number + moved);
          }
        }
      }
      case MONTH -> same.add(place + years * year());
      case YEAR -> {}
    }
    return same;
  }

  private long rows(int first, int last, int kind) {
    return first > last
        ? 0
        : rowsBefore[(last + 1) * kinds + kind] - rowsBefore[first * kinds + kind];
  }

  private double answered(int first, int last, int kind) {
    return first > last
        ? 0
        : answeredBefore[(last + 1) * kinds + kind] - answeredBefore[first * kinds + kind];
  }

  /** The numbers of the days on which units begin, and that of the day after the last. */
  private static int[] starts(DayRange span, Resolution resolution) {
    if (resolution == Resolution.DAY) {
      return IntStream.rangeClosed(0, span.days()).toArray();
    }
    List<Integer> starts = new ArrayList<>();
    for (LocalDate day = span.first(); !day.isAfter(span.last()); day = next(day, resolution)) {
      starts.add(Math.toIntExact(ChronoUnit.DAYS.between(span.first(), day)));
    }
    starts.add(span.days());
    return starts.stream().mapToInt(Integer::intValue).toArray();
  }

  private static LocalDate next(LocalDate day, Resolution resolution) {
    return switch (resolution) {
      case DAY -> day.plusDays(1);
      case MONTH -> day.withDayOfMonth(1).plusMonths(1);
      case YEAR -> day.withDayOfYear(1).plusYears(1);
    };
  }

  /** Places from a first to a last one; none where the last comes before the first. */
  record Places(int first, int last) {
    static final Places NONE = new Places(0, -1);

    int length() {
      return last - first + 1;
    }

    Places and(Places other) {
      return new Places(Math.max(first, other.first), Math.min(last, other.last));
    }
  }
}
