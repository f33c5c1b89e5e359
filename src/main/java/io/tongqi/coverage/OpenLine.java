package io.tongqi.coverage;

import io.tongqi.calendar.DayRange;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import javax.annotation.Nullable;

/**
 * Lines in quarantine of which the same is known.
 *
 * @param source their source
 * @param days the days that they may belong to by any of their events
 * @param reported the days on which they may count as reported
 * @param station their station code; null, or unknown to the reference data: any station
 * @param category their category code; null, or unknown to the reference data: any category
 * @param lines how many lines
 */
public record OpenLine(
    String source,
    List<DayRange> days,
    List<DayRange> reported,
    @Nullable String station,
    @Nullable String category,
    long lines)
    implements Serializable {
  /** Lines that may belong to any of the days from a first to a last one, included. */
  public OpenLine(
      String source,
      LocalDate firstDay,
      LocalDate lastDay,
      @Nullable String station,
      @Nullable String category,
      long lines) {
    this(
        source,
        List.of(new DayRange(firstDay, lastDay)),
        List.of(new DayRange(firstDay, lastDay)),
        station,
        category,
        lines);
  }

  /** The first of all its days. */
  LocalDate firstDay() {
    return days.stream().map(DayRange::first).min(Comparator.naturalOrder()).orElseThrow();
  }

  /** The last of all its days. */
  LocalDate lastDay() {
    return days.stream().map(DayRange::last).max(Comparator.naturalOrder()).orElseThrow();
  }

  /** Whether they may belong to a day from a first to a last one. */
  boolean touches(LocalDate firstDay, LocalDate lastDay) {
    return days.stream()
        .anyMatch(it -> !it.first().isAfter(lastDay) && !it.last().isBefore(firstDay));
  }
}
