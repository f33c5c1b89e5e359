package io.tongqi.metrics;

import io.tongqi.comparison.Availability;
import io.tongqi.comparison.Metric;
import io.tongqi.comparison.YearValue;
import io.tongqi.coverage.Area;
import io.tongqi.coverage.Evidence;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.Nullable;
import org.apache.spark.sql.Row;

/** The values of metrics over the years, each with how far it can be trusted. */
record YearValues(
    Evidence evidence, PeriodsByYear periods, Area area, String group, Vintage vintage) {
  /**
   * The values of a metric, the newest year first.
   *
   * @param facts the columns of gold.period_facts, by year
   */
  List<YearValue> newestFirst(Metric metric, String window, Map<Integer, Row> facts) {
    Set<String> sources = evidence.support(area, group, metric.measures()).sources();
    return periods.years(window).stream()
        .map(year -> of(metric, year, periods.period(window, year), facts.get(year), sources))
        .toList();
  }

  private YearValue of(
      Metric metric, int year, @Nullable Period period, @Nullable Row fact, Set<String> sources) {
    if (period == null || fact == null) {
      return new YearValue(year, null, null, null, 0, Availability.WINDOW_UNDEFINED, 0);
    }
    return new YearValue(
        year,
        Rows.fraction(fact, metric.column()),
        metric.numerator().map(column -> Rows.number(fact, column)).orElse(null),
        metric.denominator().map(column -> Rows.number(fact, column)).orElse(null),
        period.days(),
        Judgement.of(evidence, area, group, metric, period, vintage),
        evidence.linesInQuarantine(sources, area, group, period.firstDay(), period.lastDay()));
  }
}
