package io.tongqi.report.page;

import io.tongqi.calendar.DayRange;
import io.tongqi.domain.Activity;
import io.tongqi.domain.Area;
import io.tongqi.domain.AreaLevel;
import io.tongqi.domain.Kind;
import io.tongqi.domain.Metric;
import io.tongqi.release.Release;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Where the figures of an area and a window stand in the tables of a release.
 *
 * @param days those of the window
 * @param asOf the last day that the release counts
 * @param knownAt up to which day it knows what was recorded
 */
public record FigurePlace(
    Area area, String window, DayRange days, LocalDate asOf, LocalDate knownAt, String release) {
  /** The figures of a release that reads this window. */
  public static FigurePlace of(Release release, Area area, String window, DayRange days) {
    return new FigurePlace(area, window, days, release.asOf(), release.knownAt(), release.id());
  }

  /** The SQL that gives the figure of a metric and a category group. */
  String query(Metric metric, String group) {
    return query(
        "value, prior_value, change_pct, change_points, rank, record",
        "decade_comparison",
        "vintage = 'latest' AND category_group = '%s' AND metric = '%s'"
            .formatted(group, metric.column()));
  }

  /** The SQL that gives the figure's rates of stations. */
  String queryOfStations(Figure figure) {
    String columns =
        figure.metric().isOfMoney()
            ? "loss_yuan, cohort_recovered_yuan, cohort_recovery_rate\nFROM gold.station_recovery"
            : "cases_filed, cohort_cleared, cohort_clearance_rate\nFROM gold.station_clearance";
    String there = area.level() == AreaLevel.FORCE ? "" : " AND district = '" + area.code() + "'";
    return """
        SELECT station_name_zh, station_name_en, %s
        WHERE as_of = DATE'%s' AND `window` = '%s' AND year = %d
          AND category_group = '%s'%s"""
        .formatted(columns, asOf, window, figure.current().year(), figure.group(), there);
  }

  /** The SQL that gives the figure of an activity. */
  String query(String activity) {
    return query(
        "value, prior_value, change_pct, change_points, baseline_en, rank, record",
        "activity_totals",
        "activity = '%s'".formatted(activity));
  }

  private String query(String columns, String table, String figure) {
    return """
        SELECT %s
        FROM gold.%s
        WHERE as_of = DATE'%s' AND `window` = '%s'
          AND area_level = '%s' AND area = '%s'
          AND %s"""
        .formatted(columns, table, asOf, window, area.level().column(), area.code(), figure);
  }

  /** The command that lists the entries which add up to it; of days those of the other days. */
  String trace(Metric metric, String group) {
    return "jobs/tongqi trace --metric %s --group %s --area %s --window %s --release %s --records"
        .formatted(traced(metric).column(), group, area.code(), window, release);
  }

  /**
   * The command that lists what adds up to the figure of an activity: what was done, or the levels
   * of a stock that were known, day by day.
   *
   * @param whole the activity that it is a share of
   */
  String entries(String activity, Activity.Type type, Optional<Activity.Whole> whole) {
    String of =
        whole
            .map(it -> "'%s', '%s'".formatted(activity, it.activity()))
            .orElse("'" + activity + "'");
    String from =
        switch (type) {
          case FLOW -> "day BETWEEN DATE'%s' AND".formatted(days.first());
          case STOCK -> "day <=";
        };
    String there =
        switch (area.level()) {
          case FORCE -> "";
          case DISTRICT -> "\n    AND areas.district = '%s'".formatted(area.code());
          case STATION -> "\n    AND areas.area = '%s'".formatted(area.code());
        };
    return """
        jobs/tongqi query --release %s "
          SELECT day, entries.station, activity, sum(quantity) AS quantity
          FROM silver.activity_entries AS entries
          LEFT JOIN silver.station_areas AS areas
            ON areas.station = entries.station AND code_day BETWEEN from_day AND to_day
          WHERE activity IN (%s) AND %s DATE'%s' AND recorded_on <= DATE'%s'%s
          GROUP BY ALL
          HAVING sum(records) > 0
          ORDER BY ALL\""""
        .formatted(release, of, from, days.last(), knownAt, there);
  }

  /** What is traced to its records: itself, or of counted days what happened on the others. */
  private static Metric traced(Metric metric) {
    boolean isOfDays = metric.kind() == Kind.DAYS || metric.kind() == Kind.RUN;
    return isOfDays ? Metric.valueOf(metric.measures().iterator().next().name()) : metric;
  }
}
