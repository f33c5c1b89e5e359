package io.tongqi.metrics;

import io.tongqi.comparison.Comparison;
import io.tongqi.comparison.ComparisonResult;
import io.tongqi.comparison.Metric;
import io.tongqi.comparison.PeerRank;
import io.tongqi.comparison.PeerRanking;
import io.tongqi.comparison.Vintages;
import io.tongqi.comparison.YearValue;
import io.tongqi.coverage.Area;
import io.tongqi.coverage.AreaLevel;
import io.tongqi.coverage.Evidence;
import io.tongqi.reference.ReferenceData;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Compares all areas of one level in one window and category group, in both vintages. */
final class LevelComparison implements Serializable {
  private static final long serialVersionUID = 1L;

  private record Cell(Vintage vintage, String area) {}

  private final Broadcast<Evidence> evidence;
  private final PeriodsByYear periods;
  private final LocalDate asOf;
  private final int years;

  LevelComparison(Broadcast<Evidence> evidence, PeriodsByYear periods, LocalDate asOf, int years) {
    this.evidence = evidence;
    this.periods = periods;
    this.asOf = asOf;
    this.years = years;
  }

  /**
   * The comparisons of all metrics.
   *
   * @param facts all facts of a window, level and category group
   * @return columns {@link DecadeComparison#COLUMNS}
   */
  List<Row> rows(List<Row> facts) {
    Row first = facts.get(0);
    String window = first.getAs("window");
    AreaLevel level = AreaLevel.of(first.getAs("area_level"));
    String group = first.getAs("category_group");
    Map<Cell, Map<Integer, Row>> cells = new LinkedHashMap<>();
    for (Row fact : facts) {
      Cell cell = new Cell(Vintage.of(fact.getAs("vintage")), fact.getAs("area"));
      cells
          .computeIfAbsent(cell, it -> new LinkedHashMap<>())
          .put(fact.<Integer>getAs("year"), fact);
    }
    List<Row> rows = new ArrayList<>();
    for (Metric metric : Metric.values()) {
      Map<Cell, List<YearValue>> values = new LinkedHashMap<>();
      cells.forEach(
          (cell, years) -> {
            Area area = new Area(level, cell.area());
            if (isCompared(metric, cell.vintage(), area, group)) {
              YearValues source =
                  new YearValues(evidence.value(), periods, area, group, cell.vintage());
              values.put(cell, source.newestFirst(metric, window, years));
            }
          });
      Map<Cell, ComparisonResult> results = results(metric, values);
      Map<Cell, PeerRank> ranks = ranks(metric, level, values);
      results.forEach(
          (cell, result) ->
              rows.add(
                  row(
                      window,
                      level,
                      group,
                      metric,
                      values.get(cell).get(0).year(),
                      cell,
                      result,
                      ranks.get(cell))));
    }
    return rows;
  }

  private boolean isCompared(Metric metric, Vintage vintage, Area area, String group) {
    return evidence.value().support(area, group, metric.measures()).isBooked()
        && (vintage == Vintage.LATEST || !metric.needsDayResolution());
  }

  private Map<Cell, ComparisonResult> results(Metric metric, Map<Cell, List<YearValue>> values) {
    Map<Cell, ComparisonResult> results = new LinkedHashMap<>();
    values.forEach(
        (cell, newestFirst) -> results.put(cell, Comparison.of(metric, years, newestFirst)));
    for (Cell latest : List.copyOf(results.keySet())) {
      Cell equalAge = new Cell(Vintage.EQUAL_AGE, latest.area());
      if (latest.vintage() == Vintage.LATEST && results.containsKey(equalAge)) {
        Vintages vintages =
            new Vintages(results.get(latest), results.get(equalAge)).withDisagreement();
        results.put(latest, vintages.latest());
        results.put(equalAge, vintages.equalAge());
      }
    }
    return results;
  }

  /** Ranks the areas of today of one level, the force itself aside. */
  private Map<Cell, PeerRank> ranks(
      Metric metric, AreaLevel level, Map<Cell, List<YearValue>> values) {
    Map<Cell, PeerRank> ranks = new LinkedHashMap<>();
    values.keySet().forEach(cell -> ranks.put(cell, new PeerRank(null, null)));
    if (level == AreaLevel.FORCE) {
      return ranks;
    }
    Map<Vintage, Map<String, YearValue>> peers = new EnumMap<>(Vintage.class);
    values.forEach(
        (cell, newestFirst) -> {
          if (isPeer(new Area(level, cell.area()))) {
            peers
                .computeIfAbsent(cell.vintage(), it -> new LinkedHashMap<>())
                .put(cell.area(), newestFirst.get(0));
          }
        });
    peers.forEach(
        (vintage, areas) ->
            PeerRanking.of(metric, areas)
                .forEach((area, rank) -> ranks.put(new Cell(vintage, area), rank)));
    return ranks;
  }

  private boolean isPeer(Area area) {
    return !area.code().equals(ReferenceData.UNKNOWN) && evidence.value().exists(area, asOf);
  }

  private static Row row(
      String window,
      AreaLevel level,
      String group,
      Metric metric,
      int year,
      Cell cell,
      ComparisonResult result,
      PeerRank rank) {
    return RowFactory.create(
        cell.vintage().column(),
        window,
        level.column(),
        cell.area(),
        group,
        metric.column(),
        year,
        result.value(),
        result.priorValue(),
        result.change(),
        result.changePercent(),
        result.changePoints(),
        result.perDayChangePercent(),
        result.yearsCompared(),
        result.rank(),
        result.bestValue(),
        result.bestYears(),
        result.worstValue(),
        result.worstYears(),
        rank.rank(),
        rank.count(),
        result.record().text(),
        result.recordReasonZh(),
        result.recordReasonEn(),
        result.pValue(),
        result.withinChance());
  }
}
