package io.tongqi.coverage;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.BitSet;

/** Some days of the horizon; counts those of a window without looking at each. */
public final class DaySet implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Horizon horizon;
  private final BitSet days;
  private final int[] countBefore;

  /** The days whose numbers are set. */
  public DaySet(Horizon horizon, BitSet days) {
    this.horizon = horizon;
    this.days = (BitSet) days.clone();
    this.countBefore = new int[horizon.days() + 1];
    for (int day = 0; day < horizon.days(); day++) {
      countBefore[day + 1] = countBefore[day] + (days.get(day) ? 1 : 0);
    }
  }

  /** How many of the days from a first to a last one, both in the horizon, are in the set. */
  public int count(LocalDate firstDay, LocalDate lastDay) {
    return countBefore[horizon.number(lastDay) + 1] - countBefore[horizon.number(firstDay)];
  }

  /** Whether any of the days from a first to a last one is in the set. */
  public boolean touches(LocalDate firstDay, LocalDate lastDay) {
    return count(firstDay, lastDay) > 0;
  }

  /** The days of both sets. */
  public DaySet and(DaySet other) {
    BitSet both = bits();
    both.and(other.days);
    return new DaySet(horizon, both);
  }

  /** The numbers of the days, as a copy. */
  public BitSet bits() {
    return (BitSet) days.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DaySet set && set.days.equals(days) && set.horizon.equals(horizon);
  }

  @Override
  public int hashCode() {
    return days.hashCode();
  }
}
