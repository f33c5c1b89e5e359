package io.tongqi.comparison;

import io.tongqi.domain.Measure;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import javax.annotation.Nullable;

/**
 * How far what is held carries the value of a year, and what is missing.
 *
 * @param availability whether the value can be compared, and if not, why
 * @param part the one measure of a rate that this is said of; null: all measures of the metric
 * @param day when the area began or ended, or from when on figures compare; null for the others
 * @param daysCovered days of the window that are covered
 * @param gaps the first runs of days that are not, {@value #GAPS} at most
 */
public record Coverage(
    Availability availability,
    @Nullable Measure part,
    @Nullable LocalDate day,
    int daysCovered,
    List<Gap> gaps) {
  /** How many runs are told: one more than are put in words. */
  public static final int GAPS = 4;

  /** One of which nothing is missing. */
  public static final Coverage FULL = of(Availability.COVERED);

  private static final Comparator<Coverage> WORST_LAST =
      Comparator.<Coverage>comparingInt(it -> it.availability().severity())
          .thenComparing(Coverage::daysCovered, Comparator.reverseOrder());

  /**
   * Checks the coverage.
   *
   * @throws IllegalArgumentException if the day or the gaps are missing that its words need
   */
  public Coverage {
    boolean isTold =
        switch (availability) {
          case NOT_BEGUN, ENDED, NOT_COMPARABLE -> day != null;
          case PARTLY_COVERED -> !gaps.isEmpty();
          case COVERED, NOT_HELD, WINDOW_UNDEFINED, TOO_COARSE, NOT_BOOKED, BEFORE_VERSIONS -> true;
        };
    if (!isTold) {
      throw new IllegalArgumentException(
          "Comparing a year: %s without its day or days; give them".formatted(availability));
    }
    gaps = List.copyOf(gaps);
  }

  /** One that says nothing beside whether and why. */
  public static Coverage of(Availability availability) {
    return new Coverage(availability, null, null, 0, List.of());
  }

  /** One by the day on which an area began or ended, or from which on figures compare. */
  public static Coverage by(Availability availability, LocalDate day) {
    return new Coverage(availability, null, day, 0, List.of());
  }

  /** One of which some or all days are missing. */
  public static Coverage missing(Availability availability, int daysCovered, List<Gap> gaps) {
    return new Coverage(availability, null, null, daysCovered, gaps);
  }

  /** That of all parts of a value; of those that differ the worst, which is named. */
  public static Coverage worst(List<Measure> parts, List<Coverage> coverages) {
    Coverage first = coverages.get(0);
    if (coverages.size() == 1 || coverages.stream().allMatch(first::equals)) {
      return first;
    }
    Coverage worst = Collections.max(coverages, WORST_LAST);
    return worst.of(parts.get(coverages.indexOf(worst)));
  }

  private Coverage of(Measure measure) {
    return new Coverage(availability, Objects.requireNonNull(measure), day, daysCovered, gaps);
  }
}
