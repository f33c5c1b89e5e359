package io.tongqi.report.bulletin;

import io.tongqi.domain.Bilingual;
import io.tongqi.statistics.Survival;
import java.util.List;

/**
 * How many of the cases that were filed in the period are cleared at which age, those still under
 * way counted as far as they have come: the Kaplan–Meier estimate.
 *
 * @param title of which category group
 * @param years the current year and the one before
 */
public record CaseAges(Bilingual title, List<Year> years) {
  /**
   * The cases of one year's period.
   *
   * @param filed how many
   * @param rawRate the share that is cleared by now, 0..1
   * @param ages how many were cleared, or are open, at an age in days
   */
  public record Year(int year, long filed, double rawRate, List<Survival.Seen> ages) {
    /** The estimate at each age in days at which cases were cleared. */
    public List<Survival.Step> steps() {
      return Survival.estimate(ages);
    }
  }
}
