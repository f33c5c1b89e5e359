package io.tongqi.metrics;

import io.tongqi.coverage.Area;
import io.tongqi.coverage.AreaLevel;
import io.tongqi.coverage.Evidence;
import io.tongqi.coverage.Horizon;
import io.tongqi.coverage.Support;
import io.tongqi.coverage.ZeroRuns;
import io.tongqi.settings.Measure;
import java.sql.Date;
import java.util.ArrayList;
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

  /** Those of gold.zero_days without as_of, and the number of the fact. */
  static final StructType COLUMNS =
      StructType.fromDDL(
          "fact BIGINT, window STRING, year INT, area_level STRING, area STRING,"
              + " category_group STRING, days INT, days_covered INT, zero_days INT,"
              + " unknown_days INT, longest_run_days INT, longest_run_from DATE,"
              + " longest_run_to DATE");

  private final Broadcast<Evidence> evidence;
  private final List<Period> periods;
  private final Horizon horizon;

  private ZeroDays(Broadcast<Evidence> evidence, Periods periods) {
    this.evidence = evidence;
    this.periods = periods.defined();
    this.horizon = periods.horizon();
  }

  /**
   * The zero days.
   *
   * @param incidentDays columns cell, area_level, area, category_group, incident_days
   * @return columns {@link #COLUMNS}
   */
  static Dataset<Row> of(Dataset<Row> incidentDays, Broadcast<Evidence> evidence, Periods periods) {
    return incidentDays.flatMap(new ZeroDays(evidence, periods), Encoders.row(COLUMNS));
  }

  @Override
  public Iterator<Row> call(Row cell) {
    Area area = new Area(AreaLevel.of(cell.getAs("area_level")), cell.getAs("area"));
    String group = cell.getAs("category_group");
    Support support = evidence.value().support(area, group, Set.of(Measure.INCIDENTS_REPORTED));
    BitSet unknown = evidence.value().daysUnknown(area, group);
    byte[] days = cell.getAs("incident_days");
    BitSet incidents = days == null ? new BitSet() : BitSet.valueOf(days);
    List<Row> rows = new ArrayList<>();
    for (int index = 0; index < periods.size(); index++) {
      Period period = periods.get(index);
      List<Object> values = new ArrayList<>();
      values.add(Facts.number(cell.<Long>getAs("cell"), Vintage.LATEST, index, periods.size()));
      values.addAll(
          List.of(
              period.window(),
              period.year(),
              area.level().column(),
              area.code(),
              group,
              period.days()));
      values.addAll(
          isDatedToTheDay(support, period)
              ? runs(period, incidents, unknown)
              : Collections.nCopies(6, null));
      rows.add(RowFactory.create(values.toArray()));
    }
    return rows.iterator();
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
    List<Object> values = new ArrayList<>();
    values.add(period.days() - runs.unknownDays());
    values.add(runs.zeroDays());
    values.add(runs.unknownDays());
    values.add(runs.longestRunDays());
    values.add(hasRun ? day(runs.longestRunFirst()) : null);
    values.add(hasRun ? day(runs.longestRunFirst() + runs.longestRunDays() - 1) : null);
    return values;
  }

  private Date day(int number) {
    return Date.valueOf(horizon.first().plusDays(number));
  }
}
