package io.tongqi.statistics;

import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.apache.commons.numbers.gamma.RegularizedGamma;

/**
 * Counts whose rate itself varies: of variance {@code mean + dispersion * mean²}. The library's
 * Pascal distribution is the same for whole numbers of successes only.
 *
 * @param mean the expected count, not negative
 * @param dispersion the squared coefficient of variation of the rate; 0 for a Poisson distribution
 */
record NegativeBinomial(double mean, double dispersion) {
  /** Below this the rate varies too little to be told from none. */
  private static final double POISSON = 1e-9;

  /** The probability of a count so small or smaller. */
  double atMost(long count) {
    if (mean <= 0) {
      return 1;
    }
    if (dispersion < POISSON) {
      return count == 0 ? Math.exp(-mean) : RegularizedGamma.Q.value(count + 1.0, mean);
    }
    double size = 1 / dispersion;
    return RegularizedBeta.value(1 / (1 + dispersion * mean), size, count + 1.0);
  }
}
