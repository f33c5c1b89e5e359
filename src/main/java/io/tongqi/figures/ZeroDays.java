package io.tongqi.figures;

import io.tongqi.coverage.Evidence;
import io.tongqi.coverage.Horizon;
import io.tongqi.coverage.Support;
import io.tongqi.coverage.ZeroRuns;
import io.tongqi.domain.Area;
import io.tongqi.domain.AreaLevel;
import io.tongqi.domain.Measure;
import io.tongqi.domain.Vintage;
import java.sql.Date;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Counts, for each period, area and category group, the days without an incident. */
final class ZeroDays implements FlatMapFunction<Row, Row> {
  private static final long serialVersionUID = 1L;

  /** Those of gold.zero_days without as_of, the number of the fact and its vintage. */
  static final StructType COLUMNS =
      StructType.fromDDL(
          "fact BIGINT, vintage STRING, window STRING, year INT, area_level STRING, area STRING,"
              + " category_group STRING, days INT, days_covered INT, zero_days INT,"
              + " unknown_days INT, longest_run_days INT, longest_run_from DATE,"
              + " longest_run_to DATE");

  private static final List<Object> NOT_KNOWN = Collections.nCopies(6, null);

  private final Broadcast<Evidence> evidence;
  private final PeriodPlan plan;
  private final Horizon horizon;

  private ZeroDays(Broadcast<Evidence> evidence, PeriodPlan plan, Horizon horizon) {
    this.evidence = evidence;
    this.plan = plan;
    this.horizon = horizon;
  }

  /**
   * The zero days.
   *
   * @param incidentDays columns cell, area_level, area, category_group, place (of one cut; null for
   *     all of the vintage latest), and words, an array of the places and bits of the 64-day words
   *     of the horizon that have incidents
   * @return columns {@link #COLUMNS}
   */
  static Dataset<Row> of(
      Dataset<Row> incidentDays, Broadcast<Evidence> evidence, PeriodPlan plan, Horizon horizon) {
    return incidentDays.flatMap(new ZeroDays(evidence, plan, horizon), Encoders.row(COLUMNS));
  }

  @Override
  public Iterator<Row> call(Row cell) {
    Area area = new Area(AreaLevel.of(cell.getAs("area_level")), cell.getAs("area"));
    String group = cell.getAs("category_group");
    Support support =
        evidence
            .value()
            .grounds()
            .get(evidence.value().ground(area, group))
            .of(Set.of(Measure.INCIDENTS_REPORTED));
    BitSet unknown = evidence.value().daysUnknown(area, group);
    BitSet incidents = days(cell.getList(cell.fieldIndex("words")));
    List<Row> rows = new ArrayList<>();
    Integer place = cell.getAs("place");
    List<Cut> cuts = place == null ? plan.cuts(Vintage.LATEST) : List.of(plan.cut(place));
    for (Cut cut : cuts) {
      Period period = cut.period();
      List<Object> values = new ArrayList<>();
      values.addAll(
          List.of(
              cell.<Long>getAs("cell") + cut.place(),
              cut.vintage().column(),
              period.window(),
              period.year(),
              area.level().column(),
              area.code(),
              group,
              period.days()));
      values.addAll(
          isDatedToTheDay(support, period) ? runs(period, incidents, unknown) : NOT_KNOWN);
      rows.add(RowFactory.create(values.toArray()));
    }
    return rows.iterator();
  }

  private static BitSet days(List<Row> words) {
    int size = words.stream().mapToInt(word -> word.getInt(0) + 1).max().orElse(0);
    long[] bits = new long[size];
    words.forEach(word -> bits[word.getInt(0)] = word.getLong(1));
    return BitSet.valueOf(bits);
  }

  private static boolean isDatedToTheDay(Support support, Period period) {
    return support.isBooked(period.firstDay(), period.lastDay())
        && !support.isCoarserThanDay(period.firstDay(), period.lastDay());
  }

  private List<Object> runs(Period period, BitSet incidents, BitSet unknown) {
    ZeroRuns runs =
        ZeroRuns.of(
            incidents,
            unknown,
            horizon.number(period.firstDay()),
            horizon.number(period.lastDay()));
    boolean hasRun = runs.longestRunDays() > 0;
    return Arrays.asList(
        period.days() - runs.unknownDays(),
        runs.zeroDays(),
        runs.unknownDays(),
        runs.longestRunDays(),
        hasRun ? day(runs.longestRunFirst()) : null,
        hasRun ? day(runs.longestRunFirst() + runs.longestRunDays() - 1) : null);
  }

  private Date day(int number) {
    return Date.valueOf(horizon.first().plusDays(number));
  }
}
