package io.tongqi.coverage;

import io.tongqi.domain.Resolution;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How far some measures of an area and category group are carried by sources and deliveries.
 *
 * @param byMeasure for each measure, who answers for it
 * @param covered the days for which every measure is booked and delivered
 */
public record Support(List<List<Answer>> byMeasure, DaySet covered) implements Serializable {
  /** With the measures of another support; covered where both are. */
  Support and(Support other) {
    return new Support(
        Stream.concat(byMeasure.stream(), other.byMeasure.stream()).toList(),
        covered.and(other.covered));
  }

  /** How many days from a first to a last one are covered. */
  public int daysCovered(LocalDate firstDay, LocalDate lastDay) {
    return covered.count(firstDay, lastDay);
  }

  /** Whether every measure is booked by some source at some time. */
  public boolean isBooked() {
    return byMeasure.stream().noneMatch(List::isEmpty);
  }

  /** Whether every measure is booked by some source for some of the days. */
  public boolean isBooked(LocalDate firstDay, LocalDate lastDay) {
    return byMeasure.stream()
        .allMatch(
            measure -> measure.stream().anyMatch(it -> it.booked().touches(firstDay, lastDay)));
  }

  /** Whether some measure is not dated exactly enough for a window of these days. */
  public boolean isTooCoarse(LocalDate firstDay, LocalDate lastDay) {
    return answers().anyMatch(it -> it.isTooCoarse(firstDay, lastDay));
  }

  /** Whether some measure is not dated to the day on some of these days. */
  public boolean isCoarserThanDay(LocalDate firstDay, LocalDate lastDay) {
    return answers()
        .anyMatch(
            it -> it.resolution() != Resolution.DAY && it.booked().touches(firstDay, lastDay));
  }

  /** Whether a line of these sources stands for one record, not for a number of them. */
  public boolean isOneRecordALine() {
    return answers().allMatch(Answer::isOneRecordALine);
  }

  /** Whether some source cannot tell what it had recorded by the cut-off. */
  public boolean isBeforeVersions(LocalDate firstDay, LocalDate lastDay, LocalDate cutOff) {
    return answers().anyMatch(it -> it.isBeforeVersions(firstDay, lastDay, cutOff));
  }

  /** The sources that answer for any of the measures. */
  public Set<String> sources() {
    return answers().map(Answer::source).collect(Collectors.toUnmodifiableSet());
  }

  private Stream<Answer> answers() {
    return byMeasure.stream().flatMap(List::stream);
  }
}
