package io.tongqi.metrics;

import io.tongqi.comparison.Availability;
import io.tongqi.comparison.Metric;
import io.tongqi.coverage.Area;
import io.tongqi.coverage.Evidence;
import io.tongqi.coverage.Support;
import java.time.LocalDate;

/** Judges whether a figure can be shown, and whether it can be compared. */
final class Judgement {
  private Judgement() {}

  /** Whether sums of the measures can be shown at all: else they are null. */
  static boolean isCarried(Support support, Period period, Vintage vintage) {
    return support.isBooked(period.firstDay(), period.lastDay())
        && support.daysCovered(period.firstDay(), period.lastDay()) > 0
        && !support.isTooCoarse(period.firstDay(), period.lastDay())
        && !isBeforeVersions(support, period, vintage);
  }

  /** Whether the metric of an area and category group can be compared in the period, or why not. */
  static Availability of(
      Evidence evidence, Area area, String group, Metric metric, Period period, Vintage vintage) {
    LocalDate firstDay = period.firstDay();
    LocalDate lastDay = period.lastDay();
    Support support = evidence.support(area, group, metric.measures());
    if (!support.isBooked(firstDay, lastDay)) {
      return Availability.NOT_BOOKED;
    }
    if (support.isTooCoarse(firstDay, lastDay)
        || (metric.needsDayResolution() && support.isCoarserThanDay(firstDay, lastDay))) {
      return Availability.TOO_COARSE;
    }
    if (!evidence.isComparable(area, group, firstDay, lastDay)) {
      return Availability.NOT_COMPARABLE;
    }
    if (support.daysCovered(firstDay, lastDay) < period.days()) {
      return support.daysCovered(firstDay, lastDay) == 0
          ? Availability.NOT_HELD
          : Availability.PARTLY_COVERED;
    }
    return isBeforeVersions(support, period, vintage)
        ? Availability.BEFORE_VERSIONS
        : Availability.COVERED;
  }

  private static boolean isBeforeVersions(Support support, Period period, Vintage vintage) {
    return switch (vintage) {
      case LATEST -> false;
      case EQUAL_AGE ->
          support.isBeforeVersions(period.firstDay(), period.lastDay(), period.equalAgeCutOff());
    };
  }
}
