package io.tongqi.figures;

import io.tongqi.calendar.DayRange;
import io.tongqi.calendar.SamePeriod;
import io.tongqi.calendar.SamePeriods;
import io.tongqi.settings.Settings;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * The same periods of a request, and the calendar cut at every day on which a period starts, ends
 * or is cut off. No period and no cut-off splits a segment of it, so that a sum by segment answers
 * for every period; segments are numbered from 1 in the order of time.
 *
 * @param all each window in each year
 * @param defined those of years that have the window, with the day of the cut-off at equal age: as
 *     long after the period's end as `known_at` is after the current one's
 */
record Periods(List<SamePeriod> all, Map<SamePeriod, LocalDate> defined, TreeSet<LocalDate> cuts) {
  /** The periods of the windows that the calendar and the settings know. */
  static Periods of(Request request, Settings settings) {
    List<SamePeriod> all = SamePeriods.of(request.asOf(), settings.years(), settings.windows());
    Map<String, Long> lags = new HashMap<>();
    all.stream()
        .filter(SamePeriod::isCurrent)
        .forEach(
            period ->
                period
                    .days()
                    .map(days -> ChronoUnit.DAYS.between(days.last(), request.knownAt()))
                    .ifPresent(lag -> lags.put(period.window(), lag)));
    Map<SamePeriod, LocalDate> defined = new LinkedHashMap<>();
    TreeSet<LocalDate> cuts = new TreeSet<>(List.of(request.knownAt().plusDays(1)));
    for (SamePeriod period : all) {
      if (period.days().isPresent()) {
        DayRange days = period.days().get();
        LocalDate cutOff = days.last().plusDays(lags.getOrDefault(period.window(), 0L));
        defined.put(period, cutOff);
        cuts.addAll(List.of(days.first(), days.last().plusDays(1), cutOff.plusDays(1)));
      }
    }
    return new Periods(all, defined, cuts);
  }

  /** The days from the first to the last of all periods. */
  DayRange horizon() {
    return new DayRange(
        days().stream().map(DayRange::first).min(Comparator.naturalOrder()).orElseThrow(),
        days().stream().map(DayRange::last).max(Comparator.naturalOrder()).orElseThrow());
  }

  private List<DayRange> days() {
    return defined.keySet().stream().map(it -> it.days().orElseThrow()).toList();
  }

  /** Rows of gold.same_periods without as_of. */
  List<Row> samePeriods() {
    return all.stream().map(Periods::samePeriod).toList();
  }

  private static Row samePeriod(SamePeriod period) {
    DayRange days = period.days().orElse(null);
    return RowFactory.create(
        period.window(),
        period.year(),
        days == null ? null : days.first(),
        days == null ? null : days.last(),
        days == null ? null : days.days(),
        period.isCurrent(),
        days != null);
  }

  /** Rows: period INT, window, year INT, days INT, first_day, last_day, cut_off DATE. */
  List<Row> periods() {
    List<Row> rows = new ArrayList<>();
    defined.forEach(
        (period, cutOff) -> {
          DayRange days = period.days().orElseThrow();
          rows.add(
              RowFactory.create(
                  rows.size(),
                  period.window(),
                  period.year(),
                  days.days(),
                  days.first(),
                  days.last(),
                  cutOff));
        });
    return rows;
  }

  /** Rows: window, years ARRAY of INT, newest first, with and without a period. */
  List<Row> windowYears() {
    Map<String, List<Integer>> years = new LinkedHashMap<>();
    all.forEach(
        it -> years.computeIfAbsent(it.window(), window -> new ArrayList<>()).add(it.year()));
    return years.entrySet().stream()
        .map(it -> RowFactory.create(it.getKey(), it.getValue().toArray()))
        .toList();
  }

  /** Rows: day DATE, segment INT, earliest_cut_off DATE of the periods that hold the day. */
  List<Row> calendar() {
    Map<LocalDate, LocalDate> earliest = new HashMap<>();
    defined.forEach(
        (period, cutOff) ->
            period
                .days()
                .orElseThrow()
                .dates()
                .forEach(day -> earliest.merge(day, cutOff, (a, b) -> a.isBefore(b) ? a : b)));
    List<Row> rows = new ArrayList<>();
    int segment = 0;
    for (LocalDate day = cuts.first(); day.isBefore(cuts.last()); day = day.plusDays(1)) {
      segment += cuts.contains(day) ? 1 : 0;
      rows.add(RowFactory.create(day, segment, earliest.get(day)));
    }
    return rows;
  }

  /**
   * Rows: segment INT, period INT, and the segments first_segment, last_segment, cut_off_segment of
   * the period.
   */
  List<Row> periodSegments() {
    List<LocalDate> segments = List.copyOf(cuts);
    Map<LocalDate, Integer> numbers = new HashMap<>();
    segments.forEach(it -> numbers.put(it, numbers.size() + 1));
    List<Row> rows = new ArrayList<>();
    int period = 0;
    for (Map.Entry<SamePeriod, LocalDate> it : defined.entrySet()) {
      DayRange days = it.getKey().days().orElseThrow();
      int first = numbers.get(days.first());
      int last = numbers.get(days.last().plusDays(1)) - 1;
      int cutOff = numbers.get(it.getValue().plusDays(1)) - 1;
      for (int segment = first; segment <= last; segment++) {
        rows.add(RowFactory.create(segment, period, first, last, cutOff));
      }
      period++;
    }
    return rows;
  }
}
