package io.tongqi.statistics;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The limits within which rates of units of different size lie by chance alone, if all have the
 * same rate: a funnel plot.
 *
 * <p>Source: D. J. Spiegelhalter, Funnel plots for comparing institutional performance, Statistics
 * in Medicine 24 (2005): exact binomial limits, interpolated (appendix A.1.1), widened by the root
 * of a multiplicative overdispersion that is estimated from standardised differences of which the
 * outermost tenths are winsorised (section 4.1 and appendix A.3).
 *
 * <p>The source leaves out that drawing in the outermost tenths makes the estimate smaller: of
 * units that vary normally to two thirds, so that its widened limits leave out 11 % and 1.1 % of
 * them instead of 5 % and 0.2 %. Here the estimate is divided by what the drawing in leaves of the
 * variance of a normal distribution.
 *
 * @param target the common rate, 0..1
 * @param overdispersion how many times as much the rates vary as by chance; 1 if not more
 */
public record Funnel(double target, double overdispersion) {
  /** The share of units at either end whose differences are drawn in. */
  private static final double WINSORISED = 0.1;

  /**
   * A unit, such as a station.
   *
   * @param numerator how many of its cases
   * @param denominator of how many
   */
  public record Unit(double numerator, double denominator) {
    double rate() {
      return numerator / denominator;
    }
  }

  /**
   * The funnel of some units; each needs a denominator above 0.
   *
   * @throws IllegalArgumentException without a unit
   */
  public static Funnel of(List<Unit> units) {
    double denominators = units.stream().mapToDouble(Unit::denominator).sum();
    if (denominators <= 0) {
      throw new IllegalArgumentException("a funnel of units without cases: " + units);
    }
    double target = units.stream().mapToDouble(Unit::numerator).sum() / denominators;
    return new Funnel(target, Math.max(1, overdispersion(units, target)));
  }

  private static double overdispersion(List<Unit> units, double target) {
    double variance = target * (1 - target);
    if (variance <= 0) {
      return 1;
    }
    double[] differences =
        units.stream()
            .mapToDouble(it -> (it.rate() - target) / Math.sqrt(variance / it.denominator()))
            .sorted()
            .toArray();
    int drawn = (int) Math.floor(WINSORISED * differences.length);
    double low = differences[drawn];
    double high = differences[differences.length - 1 - drawn];
    double drawnIn =
        Arrays.stream(differences)
            .map(it -> within(it, low, high))
            .map(it -> it * it)
            .average()
            .orElseThrow();
    return drawnIn / leftOfVariance((double) drawn / differences.length);
  }

  /** The variance of a standard normal distribution whose outermost shares are drawn in. */
  private static double leftOfVariance(double share) {
    if (share == 0) {
      return 1;
    }
    NormalDistribution normal = NormalDistribution.of(0, 1);
    double edge = normal.inverseSurvivalProbability(share);
    return 1 - 2 * share - 2 * edge * normal.density(edge) + 2 * share * edge * edge;
  }

  /**
   * The limits that rates of this denominator lie within so often by chance.
   *
   * @param denominator a whole number of cases
   * @param level how often, such as 0.95 or 0.998
   * @return bounds within 0..1
   */
  public Interval limits(int denominator, double level) {
    double tail = (1 - level) / 2;
    return widened(exact(denominator, tail), exact(denominator, 1 - tail));
  }

  /**
   * The same for a denominator that counts no cases, such as an amount of money, of which only the
   * overdispersion tells how much a unit of it weighs: by the normal distribution.
   */
  public Interval limitsOfAmounts(double denominator, double level) {
    double half =
        NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2)
            * Math.sqrt(target * (1 - target) / denominator);
    return widened(target - half, target + half);
  }

  private Interval widened(double low, double high) {
    double wider = Math.sqrt(overdispersion);
    return new Interval(
        within(target + (low - target) * wider, 0, 1),
        within(target + (high - target) * wider, 0, 1));
  }

  private static double within(double value, double low, double high) {
    return Math.max(low, Math.min(high, value));
  }

  private double exact(int denominator, double probability) {
    if (target <= 0 || target >= 1) {
      return target;
    }
    BinomialDistribution count = BinomialDistribution.of(denominator, target);
    int quantile = count.inverseCumulativeProbability(probability);
    double within = count.cumulativeProbability(quantile) - probability;
    double share = quantile == 0 ? 0 : within / count.probability(quantile);
    return (quantile - share) / denominator;
  }
}
