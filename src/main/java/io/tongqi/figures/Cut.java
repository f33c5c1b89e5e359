package io.tongqi.figures;

import io.tongqi.coverage.Support;
import io.tongqi.domain.Vintage;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * A period as a vintage sees it.
 *
 * @param place its place among all cuts of a comparison, from 0
 * @param vintage the vintage
 * @param period the period
 * @param cutOff the last day of recording that counts
 */
record Cut(int place, Vintage vintage, Period period, LocalDate cutOff) implements Serializable {
  /** Whether a source cannot tell what it had recorded by the cut-off. */
  boolean isBeforeVersions(Support support) {
    return switch (vintage) {
      case LATEST -> false;
      case EQUAL_AGE -> support.isBeforeVersions(period.firstDay(), period.lastDay(), cutOff);
    };
  }
}
