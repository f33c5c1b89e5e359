package io.tongqi.trace;

import io.tongqi.domain.Measure;
import io.tongqi.domain.Metric;
import io.tongqi.faults.SettingsException;
import java.util.List;
import java.util.Locale;

/**
 * A sum that a metric is made of: itself, or of a rate its numerator or its denominator.
 *
 * @param column where the sum stands in gold.period_facts
 * @param measure what is summed
 * @param basis which of its entries
 */
public record Part(String column, Measure measure, Basis basis) {
  /** Which days of entries belong to a window. */
  public enum Basis {
    /** Those of the window. */
    WINDOW,
    /** Of these, those of cases that began in the window. */
    CURRENT,
    /** Of these, those of cases that began before it. */
    BACKLOG,
    /** Those of cases that began in the window, up to its end. */
    COHORT,
    /** The same up to what was known. */
    COHORT_TO_DATE;

    /** Its name in SQL. */
    String column() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The parts of a metric.
   *
   * @throws SettingsException when the metric is no sum
   */
  public static List<Part> of(Metric metric) {
    return switch (metric) {
      case CASES_CLEARED_CURRENT -> List.of(whole(metric, Basis.CURRENT));
      case CASES_CLEARED_BACKLOG -> List.of(whole(metric, Basis.BACKLOG));
      case COHORT_CLEARANCE_RATE, COHORT_RECOVERY_RATE -> rate(metric, Basis.COHORT);
      case COHORT_CLEARANCE_TO_DATE_RATE -> rate(metric, Basis.COHORT_TO_DATE);
      case CLEARANCE_RATE,
          RECOVERY_RATE,
          ARRIVAL_WITHIN_1_MIN_RATE,
          ARRIVAL_WITHIN_3_MIN_RATE,
          ARRIVAL_WITHIN_5_MIN_RATE,
          CLEARED_WITHIN_1H_RATE,
          CLEARED_WITHIN_24H_RATE ->
          rate(metric, Basis.WINDOW);
      case INCIDENTS_REPORTED,
          INCIDENTS_OCCURRED,
          CASES_FILED,
          CASES_CLEARED,
          LOSS,
          RECOVERED,
          DEATHS,
          INJURIES ->
          List.of(whole(metric, Basis.WINDOW));
      case ZERO_INCIDENT_DAYS,
          LONGEST_ZERO_RUN_DAYS,
          ZERO_OCCURRENCE_DAYS,
          LONGEST_ZERO_OCCURRENCE_RUN_DAYS,
          ZERO_DEATH_DAYS,
          LONGEST_ZERO_DEATH_RUN_DAYS ->
          throw new SettingsException(
              List.of(
                  "tracing %s: days without entries are no sum of entries; trace %s, whose entries lie on the other days"
                      .formatted(metric.column(), metric.measures().iterator().next().column())));
    };
  }

  private static Part whole(Metric metric, Basis basis) {
    return new Part(metric.column(), metric.measures().iterator().next(), basis);
  }

  private static List<Part> rate(Metric metric, Basis basis) {
    return List.of(
        new Part(metric.numerator().orElseThrow(), metric.part().orElseThrow(), basis),
        new Part(metric.denominator().orElseThrow(), metric.whole().orElseThrow(), Basis.WINDOW));
  }
}
