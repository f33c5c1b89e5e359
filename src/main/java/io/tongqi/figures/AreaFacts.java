package io.tongqi.figures;

import io.tongqi.comparison.Availability;
import io.tongqi.comparison.YearValue;
import io.tongqi.coverage.Evidence;
import io.tongqi.domain.Area;
import io.tongqi.domain.Metric;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;

/** The facts of one area and category group over the years of a window, in one vintage. */
final class AreaFacts {
  private record Fact(Row row, Cut cut, boolean isComparable) {}

  private final Evidence evidence;
  private final FactColumns columns;
  private final Area area;
  private final String group;
  private final Map<Integer, Fact> byYear = new HashMap<>();
  private final Map<Set<String>, Map<Integer, Long>> lines = new HashMap<>();

  AreaFacts(Evidence evidence, FactColumns columns, Area area, String group) {
    this.evidence = evidence;
    this.columns = columns;
    this.area = area;
    this.group = group;
  }

  /** Adds the fact of a year. */
  void add(Row row, Cut cut) {
    Period period = cut.period();
    boolean isComparable = evidence.isComparable(area, group, period.firstDay(), period.lastDay());
    byYear.put(period.year(), new Fact(row, cut, isComparable));
  }

  /** The values of a metric in some years, in their order. */
  List<YearValue> values(Metric metric, MetricSupport support, List<Integer> years) {
    List<YearValue> values = new ArrayList<>(years.size());
    for (int year : years) {
      Fact fact = byYear.get(year);
      values.add(
          fact == null
              ? new YearValue(year, null, null, null, 0, Availability.WINDOW_UNDEFINED, 0)
              : value(metric, support, year, fact));
    }
    return values;
  }

  private YearValue value(Metric metric, MetricSupport support, int year, Fact fact) {
    return new YearValue(
        year,
        columns.value(fact.row(), metric),
        columns.numerator(fact.row(), metric),
        columns.denominator(fact.row(), metric),
        fact.cut().period().days(),
        availability(support, fact),
        linesInQuarantine(support.sources(), fact.cut().period()),
        support.isOneRecordALine());
  }

  /** Where an area or group is not comparable, that says more than that data are missing. */
  private static Availability availability(MetricSupport support, Fact fact) {
    Availability availability = support.at(fact.cut());
    return switch (availability) {
      case NOT_BOOKED, TOO_COARSE, WINDOW_UNDEFINED, NOT_COMPARABLE -> availability;
      case COVERED, NOT_HELD, PARTLY_COVERED, BEFORE_VERSIONS ->
          fact.isComparable() ? availability : Availability.NOT_COMPARABLE;
    };
  }

  private long linesInQuarantine(Set<String> sources, Period period) {
    if (!evidence.hasLinesInQuarantine()) {
      return 0;
    }
    return lines
        .computeIfAbsent(sources, it -> new HashMap<>())
        .computeIfAbsent(
            period.year(),
            year ->
                evidence.linesInQuarantine(
                    sources, area, group, period.firstDay(), period.lastDay()));
  }
}
