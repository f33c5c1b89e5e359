package io.tongqi.report.page;

import java.util.Optional;
import javax.annotation.Nullable;

/**
 * A figure in the same period of one year.
 *
 * @param value in the metric's own unit (counts, cents, days, or a share where 1 is 100 %); null
 *     where there is none
 * @param numerator of a rate; null for other metrics
 * @param denominator of a rate; null for other metrics
 * @param low lower bound of a proportion's 95 % interval
 * @param high upper bound of it
 * @param coverage the share of the days that are covered, 0..1; null where the year has no such
 *     period
 * @param linesInQuarantine rejected lines that could belong to it
 */
public record FigureYear(
    int year,
    @Nullable Double value,
    @Nullable Long numerator,
    @Nullable Long denominator,
    @Nullable Double low,
    @Nullable Double high,
    @Nullable Double coverage,
    long linesInQuarantine) {
  /** Whether every day of the period is covered. */
  public boolean isCovered() {
    return Optional.ofNullable(coverage).orElse(0.0) >= 1;
  }
}
