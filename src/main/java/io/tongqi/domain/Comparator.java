package io.tongqi.domain;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a statement says of a figure. */
public enum Comparator {
  /** The figure itself: a number, percent of a rate, yuan. */
  EQUALS,
  /** That it is so much or more. */
  AT_LEAST,
  /** That it is so much or less. */
  AT_MOST,
  /** The figure of the same period a year before. */
  PRIOR,
  /** The change on the year before, as a number. */
  CHANGE,
  /** The change on the year before in percent. */
  CHANGE_PCT,
  /** The change of a rate in percentage points. */
  CHANGE_POINTS,
  /** That it is more than a year before. */
  RISES,
  /** That it is less than a year before. */
  FALLS,
  /** Of a rate, how many. */
  NUMERATOR,
  /** Of a rate, of how many. */
  DENOMINATOR,
  /** That it is the best of the years compared; a value says of how many. */
  BEST,
  /** Its rank among the years, 1 is best. */
  RANK,
  /** Its rank among the areas of its level, 1 is best. */
  PEER_RANK,
  /** That it is among the best of the areas of its level. */
  AMONG_BEST;

  private static final Set<Comparator> WITHOUT_VALUE = EnumSet.of(RISES, FALLS, BEST, AMONG_BEST);
  private static final Set<Comparator> OF_CHANGE =
      EnumSet.of(CHANGE, CHANGE_PCT, CHANGE_POINTS, RISES, FALLS);
  private static final Set<Comparator> OF_RATES = EnumSet.of(CHANGE_POINTS, NUMERATOR, DENOMINATOR);

  /** Whether it says nothing without a number. */
  public boolean needsValue() {
    return !WITHOUT_VALUE.contains(this);
  }

  /** Whether its number is compared with the year before, so that it may differ by chance. */
  public boolean isOfChange() {
    return OF_CHANGE.contains(this);
  }

  /** Whether it is said of rates only. */
  public boolean isOfRates() {
    return OF_RATES.contains(this);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
