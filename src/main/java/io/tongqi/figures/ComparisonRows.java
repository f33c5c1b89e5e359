package io.tongqi.figures;

import io.tongqi.comparison.ComparisonResult;
import io.tongqi.comparison.YearValue;
import io.tongqi.coverage.Evidence;
import io.tongqi.domain.Area;
import io.tongqi.domain.AreaLevel;
import io.tongqi.domain.Metric;
import io.tongqi.figures.LevelComparison.Compared;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Turns facts into rows of gold.decade_comparison. */
final class ComparisonRows {
  private final Evidence evidence;
  private final PeriodPlan plan;
  private final FactColumns columns;
  private final LevelComparison comparison;
  private final Map<Integer, EnumMap<Metric, MetricSupport>> supports = new HashMap<>();

  ComparisonRows(Evidence evidence, PeriodPlan plan, FactColumns columns) {
    this.evidence = evidence;
    this.plan = plan;
    this.columns = columns;
    this.comparison = new LevelComparison(evidence, plan.asOf(), plan.years());
  }

  /**
   * The comparisons of all metrics that some source books.
   *
   * @param facts all facts of a window, level of areas and category group
   * @return columns {@link DecadeComparison#COLUMNS}
   */
  List<Row> of(List<Row> facts) {
    Row first = facts.get(0);
    String window = first.getAs("window");
    AreaLevel level = AreaLevel.of(first.getAs("area_level"));
    String group = first.getAs("category_group");
    Map<AreaInVintage, AreaFacts> areas = areas(facts, level, group);
    List<Row> rows = new ArrayList<>();
    for (Metric metric : Metric.values()) {
      Map<AreaInVintage, List<YearValue>> values = new LinkedHashMap<>();
      Set<AreaInVintage> notBooked = new HashSet<>();
      areas.forEach(
          (key, area) -> {
            MetricSupport support = support(metric, evidence.ground(key.area(), group));
            if (support.isBooked()) {
              values.put(key, area.values(metric, support, plan.yearsOf(window)));
            } else {
              notBooked.add(key);
            }
          });
      comparison
          .compare(metric, values, notBooked)
          .forEach((key, compared) -> rows.add(row(window, group, metric, key, compared)));
    }
    return rows;
  }

  private Map<AreaInVintage, AreaFacts> areas(List<Row> facts, AreaLevel level, String group) {
    Map<AreaInVintage, AreaFacts> areas = new LinkedHashMap<>();
    for (Row fact : facts) {
      Cut cut = plan.cut(fact.<Long>getAs("fact"));
      AreaInVintage key = new AreaInVintage(cut.vintage(), new Area(level, fact.getAs("area")));
      areas
          .computeIfAbsent(key, it -> new AreaFacts(evidence, columns, it.area(), group))
          .add(fact, cut);
    }
    return areas;
  }

  private MetricSupport support(Metric metric, int ground) {
    return supports
        .computeIfAbsent(ground, it -> new EnumMap<>(Metric.class))
        .computeIfAbsent(
            metric, it -> new MetricSupport(it, evidence.grounds().get(ground), plan.cuts()));
  }

  private static Row row(
      String window, String group, Metric metric, AreaInVintage key, Compared compared) {
    ComparisonResult result = compared.result();
    return RowFactory.create(
        key.vintage().column(),
        window,
        key.area().level().column(),
        key.area().code(),
        group,
        metric.column(),
        compared.year(),
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
        compared.rank().rank(),
        compared.rank().count(),
        result.record().text(),
        result.recordReasonZh(),
        result.recordReasonEn(),
        result.pValue(),
        result.withinChance());
  }
}
