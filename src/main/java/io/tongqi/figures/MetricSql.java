package io.tongqi.figures;

import io.tongqi.domain.Metric;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The SQL files that compute figures, to be shown beside them. */
public final class MetricSql {
  private MetricSql() {}

  /** The name of the one of a metric below {@code sql/metrics}, without its end. */
  public static String file(Metric metric) {
    return of(metric).file();
  }

  /** The name of the one that compares activities. */
  public static String fileOfActivities() {
    return MetricFile.ACTIVITY_TOTALS.file();
  }

  /** The texts of those of some names, by name. */
  public static Map<String, String> texts(Stream<String> files) {
    Map<String, String> texts = new TreeMap<>();
    files
        .distinct()
        .forEach(it -> texts.put(it, MetricFile.valueOf(it.toUpperCase(Locale.ROOT)).text()));
    return texts;
  }

  private static MetricFile of(Metric metric) {
    return switch (metric) {
      case INCIDENTS_REPORTED,
          INCIDENTS_OCCURRED,
          CASES_FILED,
          CASES_CLEARED,
          CASES_CLEARED_CURRENT,
          CASES_CLEARED_BACKLOG,
          LOSS,
          RECOVERED,
          DEATHS,
          INJURIES ->
          MetricFile.PERIOD_SUMS;
      case CLEARANCE_RATE, COHORT_CLEARANCE_RATE, COHORT_CLEARANCE_TO_DATE_RATE ->
          MetricFile.CLEARANCE;
      case RECOVERY_RATE, COHORT_RECOVERY_RATE -> MetricFile.RECOVERY;
      case ARRIVAL_WITHIN_1_MIN_RATE,
          ARRIVAL_WITHIN_3_MIN_RATE,
          ARRIVAL_WITHIN_5_MIN_RATE,
          CLEARED_WITHIN_1H_RATE,
          CLEARED_WITHIN_24H_RATE ->
          MetricFile.CASE_SPEED;
      case ZERO_INCIDENT_DAYS,
          LONGEST_ZERO_RUN_DAYS,
          ZERO_OCCURRENCE_DAYS,
          LONGEST_ZERO_OCCURRENCE_RUN_DAYS,
          ZERO_DEATH_DAYS,
          LONGEST_ZERO_DEATH_RUN_DAYS ->
          MetricFile.ZERO_RUNS;
    };
  }
}
