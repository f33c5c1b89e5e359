package io.tongqi.statistics;

import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/** The uncertainty of a proportion: of so many trials, so many succeeded. */
public final class Proportion {
  private static final double ERROR_RATE = 0.05;

  private Proportion() {}

  /**
   * The 95 % score interval of E. B. Wilson, Probable inference, the law of succession, and
   * statistical inference, JASA 22 (1927), without continuity correction.
   *
   * @param successes how many succeeded, null if unknown
   * @param trials of how many, null if unknown
   * @return bounds within 0..1; null where there is no proportion: a null, no trials, a negative
   *     number, more successes than trials, or more trials than an int holds
   */
  public static Interval wilson(Long successes, Long trials) {
    if (successes == null || trials == null || trials < 1 || trials > Integer.MAX_VALUE) {
      return null;
    }
    if (successes < 0 || successes > trials) {
      return null;
    }
    var interval =
        BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(
            trials.intValue(), successes.intValue(), ERROR_RATE);
    // By algebra these two bounds are exact; by floating point the library's miss them by 1e-16.
    double low = successes == 0 ? 0 : interval.getLowerBound();
    double high = successes.equals(trials) ? 1 : interval.getUpperBound();
    return new Interval(low, high);
  }
}
