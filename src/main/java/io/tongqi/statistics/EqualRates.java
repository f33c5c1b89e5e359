package io.tongqi.statistics;

import java.util.function.IntPredicate;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * The exact test of whether two Poisson counts can come from one daily rate: given their total, the
 * first is then binomial with p = days / (days + prior days).
 *
 * <p>Source: J. Przyborowski and H. Wilenski, Homogeneity of results in testing samples from
 * Poisson series, Biometrika 31 (1940). Two-sided by minimum likelihood: the probability of all
 * outcomes that are no likelier than the observed one, as R's poisson.test and binom.test have it.
 *
 * <p>The library's BinomialTest (commons-statistics-inference 1.1) is not used: it compares
 * likelihoods without tolerance, so that rounding drops the mirrored outcome of windows of equal
 * length (3 of 13 at p = 0.5 gives 0.057 instead of 0.092). Probabilities below 1e-250 are told as
 * that small, but not exactly: there the library's distribution loses its digits.
 */
public final class EqualRates {
  /** Likelihoods that differ by less than this share are equal; the tolerance of R. */
  private static final double LOG_TOLERANCE = Math.log1p(1e-7);

  /** The library counts in ints. */
  private static final long LIMIT = Integer.MAX_VALUE;

  private EqualRates() {}

  /**
   * The probability of a difference at least as unlikely as the observed one, if nothing changed.
   *
   * @param count events in the window, null if unknown
   * @param days its days
   * @param priorCount events in the window it is compared with, null if unknown
   * @param priorDays its days
   * @return 0..1; 1 if both counts are 0; null if a count is null or negative (signed ledgers), a
   *     window has no days, or the total is not below the largest int
   */
  public static Double pValue(Long count, int days, Long priorCount, int priorDays) {
    if (count == null || priorCount == null || count < 0 || priorCount < 0) {
      return null;
    }
    if (days < 1 || priorDays < 1) {
      return null;
    }
    if (count >= LIMIT || priorCount >= LIMIT - count) {
      return null;
    }
    double share = days / ((double) days + priorDays);
    return twoSided(count.intValue(), (int) (count + priorCount), share);
  }

  /** The exact binomial test of so many successes in so many trials. */
  private static double twoSided(int successes, int trials, double share) {
    if (trials == 0) {
      return 1;
    }
    BinomialDistribution distribution = BinomialDistribution.of(trials, share);
    int mode = (int) Math.min(trials, Math.floor((trials + 1.0) * share));
    double limit = distribution.logProbability(successes) + LOG_TOLERANCE;
    IntPredicate noLikelier = outcome -> distribution.logProbability(outcome) <= limit;
    if (noLikelier.test(mode)) {
      return 1;
    }
    int lower = successes < mode ? successes : search(-1, mode, noLikelier);
    int upper = successes > mode ? successes : search(trials + 1, mode, noLikelier);
    double tails =
        distribution.cumulativeProbability(lower) + distribution.survivalProbability(upper - 1);
    return Math.min(1, tails);
  }

  /** Bisects to the outcome nearest to the likelier one that is no likelier than the observed. */
  private static int search(int noLikelier, int likelier, IntPredicate isNoLikelier) {
    int tail = noLikelier;
    int centre = likelier;
    while (Math.abs(tail - centre) > 1) {
      int middle = Math.min(tail, centre) + Math.abs(tail - centre) / 2;
      if (isNoLikelier.test(middle)) {
        tail = middle;
      } else {
        centre = middle;
      }
    }
    return tail;
  }
}
