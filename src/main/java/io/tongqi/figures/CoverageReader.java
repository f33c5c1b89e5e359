package io.tongqi.figures;

import io.tongqi.comparison.Availability;
import io.tongqi.comparison.Coverage;
import io.tongqi.comparison.Gap;
import io.tongqi.domain.Measure;
import io.tongqi.domain.Metric;
import io.tongqi.domain.Vintage;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import javax.annotation.Nullable;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/** Reads from a year's row of {@code period_sums} how far deliveries carry a metric. */
final class CoverageReader implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final UTF8String COVERED = UTF8String.fromString("covered");
  private static final UTF8String NOT_BOOKED = UTF8String.fromString("not_booked");

  private final int coverage;
  private final int fields;
  private final int daysCovered;
  private final int availability;
  private final int isCoarserThanDay;
  private final int isBeforeVersions;
  private final int gaps;
  private final int beganOn;
  private final int endedOn;
  private final int comparableFrom;
  private final EnumMap<Measure, Integer> undated = new EnumMap<>(Measure.class);

  CoverageReader(StructType year) {
    this.coverage = year.fieldIndex("booking_set_coverage");
    StructType set = (StructType) ((ArrayType) year.fields()[coverage].dataType()).elementType();
    this.fields = set.length();
    this.daysCovered = set.fieldIndex("days_covered");
    this.availability = set.fieldIndex("availability");
    this.isCoarserThanDay = set.fieldIndex("is_coarser_than_day");
    this.isBeforeVersions = set.fieldIndex("is_before_versions");
    this.gaps = set.fieldIndex("gaps");
    this.beganOn = year.fieldIndex("began_on");
    this.endedOn = year.fieldIndex("ended_on");
    this.comparableFrom = year.fieldIndex("comparable_from");
    for (Metric metric : Metric.values()) {
      if (metric.needsDayResolution()) {
        metric.measures().forEach(it -> undated.put(it, year.fieldIndex(it.column() + "_undated")));
      }
    }
  }

  /**
   * The worst of its measures. That the area did not exist says more than what is not booked, and
   * that figures do not compare says more than what is not delivered.
   */
  Coverage of(
      InternalRow row, Metric metric, List<Measure> measures, List<Integer> sets, Vintage vintage) {
    if (!row.isNullAt(beganOn)) {
      return Coverage.by(Availability.NOT_BEGUN, day(row, beganOn));
    }
    if (!row.isNullAt(endedOn)) {
      return Coverage.by(Availability.ENDED, day(row, endedOn));
    }
    List<Coverage> found = new ArrayList<>(sets.size());
    for (int set : sets) {
      found.add(ofSet(row.getArray(coverage).getStruct(set, fields), metric, vintage));
    }
    if (metric.needsDayResolution()) {
      found.replaceAll(it -> it.equals(Coverage.FULL) ? ofDays(row, measures.get(0)) : it);
    }
    Coverage worst = Coverage.worst(measures, found);
    boolean isToBeToldFirst =
        switch (worst.availability()) {
          case NOT_BOOKED, TOO_COARSE, WINDOW_UNDEFINED, NOT_COMPARABLE, NOT_BEGUN, ENDED -> true;
          case COVERED, NOT_HELD, PARTLY_COVERED, BEFORE_VERSIONS -> false;
        };
    return isToBeToldFirst || row.isNullAt(comparableFrom)
        ? worst
        : Coverage.by(Availability.NOT_COMPARABLE, day(row, comparableFrom));
  }

  private Coverage ofSet(InternalRow set, Metric metric, Vintage vintage) {
    UTF8String found = set.getUTF8String(availability);
    if (!found.equals(NOT_BOOKED)
        && metric.needsDayResolution()
        && set.getBoolean(isCoarserThanDay)) {
      return Coverage.of(Availability.TOO_COARSE);
    }
    if (found.equals(COVERED)) {
      return vintage == Vintage.EQUAL_AGE && set.getBoolean(isBeforeVersions)
          ? Coverage.of(Availability.BEFORE_VERSIONS)
          : Coverage.FULL;
    }
    return Coverage.missing(
        Availability.valueOf(found.toString().toUpperCase(Locale.ROOT)),
        set.getInt(daysCovered),
        gaps(set.isNullAt(gaps) ? null : set.getArray(gaps)));
  }

  /** That of a metric that counts days: records without a day may lie on any of theirs. */
  private Coverage ofDays(InternalRow row, Measure measure) {
    int place = undated.get(measure);
    InternalRow days = row.isNullAt(place) ? null : row.getStruct(place, 2);
    return days == null || days.isNullAt(1)
        ? Coverage.FULL
        : Coverage.missing(Availability.PARTLY_COVERED, days.getInt(0), gaps(days.getArray(1)));
  }

  /** Runs of days that are not covered; none where there are none. */
  static List<Gap> gaps(@Nullable ArrayData runs) {
    List<Gap> gaps = new ArrayList<>();
    for (int place = 0; runs != null && place < runs.numElements(); place++) {
      InternalRow run = runs.getStruct(place, 3);
      gaps.add(
          new Gap(
              LocalDate.ofEpochDay(run.getInt(0)),
              LocalDate.ofEpochDay(run.getInt(1)),
              Gap.State.valueOf(run.getUTF8String(2).toString().toUpperCase(Locale.ROOT))));
    }
    return gaps;
  }

  private static LocalDate day(InternalRow row, int place) {
    return LocalDate.ofEpochDay(row.getInt(place));
  }
}
