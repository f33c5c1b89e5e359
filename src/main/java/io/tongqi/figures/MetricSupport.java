package io.tongqi.figures;

import io.tongqi.comparison.Availability;
import io.tongqi.coverage.Ground;
import io.tongqi.coverage.Support;
import io.tongqi.domain.Metric;
import java.util.Set;

/** What carries a metric wherever the same ground does; each period is judged once. */
final class MetricSupport {
  private final Metric metric;
  private final Support support;
  private final Set<String> sources;
  private final Availability[] judged;

  MetricSupport(Metric metric, Ground ground, int cuts) {
    this.metric = metric;
    this.support = ground.of(metric.measures());
    this.sources = support.sources();
    this.judged = new Availability[cuts];
  }

  /** Whether some source books the metric at some time. */
  boolean isBooked() {
    return support.isBooked();
  }

  /** The sources that book it. */
  Set<String> sources() {
    return sources;
  }

  /** Whether a line of theirs stands for one record, not for a number of them. */
  boolean isOneRecordALine() {
    return support.isOneRecordALine();
  }

  /** Whether the metric can be compared at a cut of an area and group that are comparable. */
  Availability at(Cut cut) {
    if (judged[cut.place()] == null) {
      judged[cut.place()] = judge(cut);
    }
    return judged[cut.place()];
  }

  private Availability judge(Cut cut) {
    Period period = cut.period();
    int daysCovered = support.daysCovered(period.firstDay(), period.lastDay());
    if (!support.isBooked(period.firstDay(), period.lastDay())) {
      return Availability.NOT_BOOKED;
    }
    if (isTooCoarse(period)) {
      return Availability.TOO_COARSE;
    }
    if (daysCovered < period.days()) {
      return daysCovered == 0 ? Availability.NOT_HELD : Availability.PARTLY_COVERED;
    }
    return cut.isBeforeVersions(support) ? Availability.BEFORE_VERSIONS : Availability.COVERED;
  }

  private boolean isTooCoarse(Period period) {
    return support.isTooCoarse(period.firstDay(), period.lastDay())
        || (metric.needsDayResolution()
            && support.isCoarserThanDay(period.firstDay(), period.lastDay()));
  }
}
