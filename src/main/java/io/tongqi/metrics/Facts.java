package io.tongqi.metrics;

import io.tongqi.coverage.Area;
import io.tongqi.coverage.AreaLevel;
import io.tongqi.coverage.Evidence;
import io.tongqi.coverage.Support;
import io.tongqi.settings.Measure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Makes a row for each figure that there has to be, whether or not anything happened: for each
 * vintage, period, area and category group, with its coverage and, for each measure, whether
 * deliveries carry it.
 */
final class Facts implements FlatMapFunction<Row, Row> {
  private static final long serialVersionUID = 1L;

  static final StructType COLUMNS =
      StructType.fromDDL(
          "fact BIGINT, vintage STRING, window STRING, year INT, area_level STRING, area STRING,"
              + " category_group STRING, days INT, days_covered INT, lines_in_quarantine BIGINT,"
              + " coverage DOUBLE, "
              + Arrays.stream(Measure.values())
                  .map(it -> "has_" + it.column() + " BOOLEAN")
                  .collect(Collectors.joining(", ")));

  private final Broadcast<Evidence> evidence;
  private final List<Period> periods;

  private Facts(Broadcast<Evidence> evidence, List<Period> periods) {
    this.evidence = evidence;
    this.periods = periods;
  }

  /**
   * The facts.
   *
   * @param cells columns cell, area_level, area, category_group
   * @return columns {@link #COLUMNS}
   */
  static Dataset<Row> of(Dataset<Row> cells, Broadcast<Evidence> evidence, Periods periods) {
    return cells.flatMap(new Facts(evidence, periods.defined()), Encoders.row(COLUMNS));
  }

  /** The number of a fact, from the number of its area and category group. */
  static long number(long cell, Vintage vintage, int period, int periods) {
    return (cell * Vintage.values().length + vintage.place()) * periods + period;
  }

  @Override
  public Iterator<Row> call(Row cell) {
    Area area = new Area(AreaLevel.of(cell.getAs("area_level")), cell.getAs("area"));
    String group = cell.getAs("category_group");
    List<Row> facts = new ArrayList<>();
    for (Vintage vintage : Vintage.values()) {
      if (vintage.levels().contains(area.level())) {
        for (int index = 0; index < periods.size(); index++) {
          long fact = number(cell.<Long>getAs("cell"), vintage, index, periods.size());
          facts.add(fact(fact, vintage, periods.get(index), area, group));
        }
      }
    }
    return facts.iterator();
  }

  private Row fact(long fact, Vintage vintage, Period period, Area area, String group) {
    Support all = evidence.value().support(area, group);
    int daysCovered = all.daysCovered(period.firstDay(), period.lastDay());
    List<Object> values = new ArrayList<>();
    values.addAll(
        List.of(
            fact,
            vintage.column(),
            period.window(),
            period.year(),
            area.level().column(),
            area.code(),
            group,
            period.days(),
            daysCovered,
            evidence
                .value()
                .linesInQuarantine(all.sources(), area, group, period.firstDay(), period.lastDay()),
            daysCovered / (double) period.days()));
    for (Measure measure : Measure.values()) {
      Support support = evidence.value().support(area, group, Set.of(measure));
      values.add(Judgement.isCarried(support, period, vintage));
    }
    return RowFactory.create(values.toArray());
  }
}
