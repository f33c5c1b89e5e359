package io.tongqi.statistics;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How many of some cases are still open at an age, where the youngest have not been looked at for
 * long enough to know.
 *
 * <p>Source: E. L. Kaplan and P. Meier, Nonparametric estimation from incomplete observations, JASA
 * 53 (1958); variance by M. Greenwood (1926); interval on the logarithm of the estimate, as R's
 * {@code survfit} by default. No maintained library for Java was found that has it.
 */
public final class Survival {
  private static final double BOTH_TAILS = 0.05;
  private static final double NORMAL =
      NormalDistribution.of(0, 1).inverseSurvivalProbability(BOTH_TAILS / 2);

  private Survival() {}

  /**
   * What was seen at an age.
   *
   * @param age in whatever unit, ascending from one to the next
   * @param events how many ended at that age, such as cases that were cleared
   * @param censored how many were not looked at after that age
   */
  public record Seen(double age, long events, long censored) {}

  /**
   * The estimate from an age on.
   *
   * @param atRisk how many were still open, and looked at, just before that age
   * @param survival the share that is open after it, 0..1
   * @param error the standard error of that
   * @param low the lower bound of its 95 % interval; NaN where none is open
   * @param high the upper bound, at most 1; NaN where none is open
   */
  public record Step(
      double age,
      long atRisk,
      long events,
      double survival,
      double error,
      double low,
      double high) {}

  /** The estimate at each age at which something ended. */
  public static List<Step> estimate(List<Seen> ages) {
    long atRisk = ages.stream().mapToLong(it -> it.events() + it.censored()).sum();
    double survival = 1;
    double hazards = 0;
    List<Step> steps = new ArrayList<>();
    for (Seen seen : ages) {
      if (seen.events() > 0) {
        double open = atRisk - seen.events();
        survival *= open / atRisk;
        hazards += seen.events() / (atRisk * open);
        steps.add(step(seen, atRisk, survival, Math.sqrt(hazards)));
      }
      atRisk -= seen.events() + seen.censored();
    }
    return steps;
  }

  private static Step step(Seen seen, long atRisk, double survival, double error) {
    if (survival == 0) {
      return new Step(seen.age(), atRisk, seen.events(), 0, Double.NaN, Double.NaN, Double.NaN);
    }
    return new Step(
        seen.age(),
        atRisk,
        seen.events(),
        survival,
        survival * error,
        survival * Math.exp(-NORMAL * error),
        Math.min(1, survival * Math.exp(NORMAL * error)));
  }
}
