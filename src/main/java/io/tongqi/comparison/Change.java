package io.tongqi.comparison;

import io.tongqi.domain.Indicator;
import io.tongqi.domain.Kind;
import io.tongqi.statistics.EqualRates;

/**
 * The change on the year before.
 *
 * @param absolute value less prior value; null for rates
 * @param percent of the prior value; null for rates, unless the prior value is above 0, and for a
 *     value below 0
 * @param points percentage points, for rates
 * @param perDayPercent change of the value per day in percent
 * @param pValue exact probability of so large a change by chance; tested metrics only
 */
record Change(Double absolute, Double percent, Double points, Double perDayPercent, Double pValue) {
  private static final double ERROR_RATE = 0.05;
  private static final Change UNKNOWN = new Change(null, null, null, null, null);

  /** The change between two years; unknown in all parts unless both can be compared. */
  static Change between(Indicator indicator, YearValue current, YearValue prior) {
    if (prior == null || !current.isComparable() || !prior.isComparable()) {
      return UNKNOWN;
    }
    double change = current.value() - prior.value();
    if (indicator.kind() == Kind.RATE) {
      return new Change(null, null, 100 * change, null, null);
    }
    boolean isShare = !current.isBelowZero();
    return new Change(
        change,
        isShare ? percent(change, prior.value()) : null,
        null,
        isShare ? perDay(current, prior) : null,
        p(indicator, current, prior));
  }

  /** Whether the change is one that chance brings often enough. */
  Boolean withinChance() {
    return pValue == null ? null : pValue >= ERROR_RATE;
  }

  private static Double perDay(YearValue current, YearValue prior) {
    if (current.days() == 0 || prior.days() == 0) {
      return null;
    }
    double base = prior.value() * current.days();
    return percent(current.value() * prior.days() - base, base);
  }

  private static Double percent(double change, double base) {
    return base > 0 ? 100 * change / base : null;
  }

  private static Double p(Indicator indicator, YearValue current, YearValue prior) {
    if (!indicator.tested()) {
      return null;
    }
    long count = Math.round(current.value());
    long priorCount = Math.round(prior.value());
    return EqualRates.pValue(count, current.days(), priorCount, prior.days());
  }
}
