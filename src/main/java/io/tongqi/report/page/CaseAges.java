package io.tongqi.report.page;

import io.tongqi.domain.Bilingual;
import io.tongqi.statistics.Survival;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How many of the cases that were filed in the period are cleared at which age, those still under
 * way counted as far as they have come: the Kaplan–Meier estimate.
 *
 * @param figure the share of the cases that is cleared
 * @param years the current year and the one before
 */
public record CaseAges(Figure figure, List<Year> years) {
  /** Of which category group. */
  public Bilingual title() {
    return figure.groupName();
  }

  /**
   * The cases of one year's period.
   *
   * @param filed how many
   * @param rawRate the share that is cleared by now, 0..1
   * @param ages how many were cleared, or are open, at an age in days
   */
  public record Year(int year, long filed, double rawRate, List<Survival.Seen> ages) {
    /**
     * Those of which so many were cleared, and so many are open, at an age in days; what
     * corrections leave below none counts as none.
     */
    public static Year of(int year, Map<Long, Long> cleared, Map<Long, Long> open) {
      Set<Long> reached = new TreeSet<>(cleared.keySet());
      reached.addAll(open.keySet());
      List<Survival.Seen> ages =
          reached.stream()
              .map(
                  it ->
                      new Survival.Seen(
                          it,
                          Math.max(0, cleared.getOrDefault(it, 0L)),
                          Math.max(0, open.getOrDefault(it, 0L))))
              .toList();
      long solved = ages.stream().mapToLong(Survival.Seen::events).sum();
      long all = solved + ages.stream().mapToLong(Survival.Seen::censored).sum();
      return new Year(year, all, all == 0 ? 0 : (double) solved / all, ages);
    }

    /** The estimate at each age in days at which cases were cleared. */
    public List<Survival.Step> steps() {
      return Survival.estimate(ages);
    }
  }
}
