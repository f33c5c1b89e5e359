package io.tongqi.coverage;

import io.tongqi.settings.Resolution;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How far some measures of an area and category group are carried by sources and deliveries. */
public final class Support implements Serializable {
  private static final long serialVersionUID = 1L;

  private final List<List<Answer>> byMeasure;
  private final List<Answer> answers;
  private final DaySet covered;

  /**
   * Of the answers of the sources.
   *
   * @param byMeasure for each measure, who answers for it
   * @param covered the days for which every measure is booked and delivered
   */
  Support(List<List<Answer>> byMeasure, DaySet covered) {
    this.byMeasure = List.copyOf(byMeasure);
    this.answers = byMeasure.stream().flatMap(List::stream).toList();
    this.covered = covered;
  }

  /** With the measures of another support; covered where both are. */
  Support and(Support other) {
    List<List<Answer>> both = new ArrayList<>(byMeasure);
    both.addAll(other.byMeasure);
    return new Support(both, covered.and(other.covered));
  }

  /** The days that are covered. */
  public DaySet covered() {
    return covered;
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
    return answers.stream().anyMatch(it -> it.isTooCoarse(firstDay, lastDay));
  }

  /** Whether some measure is not dated to the day on some of these days. */
  public boolean isCoarserThanDay(LocalDate firstDay, LocalDate lastDay) {
    return answers.stream()
        .anyMatch(
            it -> it.resolution() != Resolution.DAY && it.booked().touches(firstDay, lastDay));
  }

  /** Whether some source cannot tell what it had recorded by the cut-off. */
  public boolean isBeforeVersions(LocalDate firstDay, LocalDate lastDay, LocalDate cutOff) {
    return answers.stream().anyMatch(it -> it.isBeforeVersions(firstDay, lastDay, cutOff));
  }

  /** The sources that answer for any of the measures. */
  public Set<String> sources() {
    return answers.stream().map(Answer::source).collect(Collectors.toSet());
  }
}
