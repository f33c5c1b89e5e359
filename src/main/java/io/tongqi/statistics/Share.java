package io.tongqi.statistics;

/**
 * So many cases of something odd among all that were looked at.
 *
 * @param cases how many are odd
 * @param total of how many, at least as many
 */
public record Share(long cases, long total) {
  private static final int FEW = 3;

  /**
   * Whether the share is above a limit by more than chance: there are three cases or more, and the
   * lower end of the share's 95 % interval is above the limit.
   */
  public boolean exceeds(double limit) {
    if (cases < FEW) {
      return false;
    }
    Interval interval = Proportion.wilson(cases, total);
    return interval == null ? cases > limit * total : interval.low() > limit;
  }
}
