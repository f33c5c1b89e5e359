package io.tongqi.coverage;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import javax.annotation.Nullable;

/**
 * The days that a comparison looks at, numbered from 0.
 *
 * @param first the first day of all windows
 * @param last the last day of all windows
 */
public record Horizon(LocalDate first, LocalDate last) implements Serializable {
  /** How many days there are. */
  public int days() {
    return number(last) + 1;
  }

  /** The number of a day; negative before the horizon. */
  public int number(LocalDate day) {
    return Math.toIntExact(ChronoUnit.DAYS.between(first, day));
  }

  /**
   * The days of the horizon between two days, both included.
   *
   * @param from the first day; null: since ever
   * @param to the last day; null: for ever
   */
  public BitSet between(@Nullable LocalDate from, @Nullable LocalDate to) {
    int start = from == null || from.isBefore(first) ? 0 : number(from);
    int end = to == null || to.isAfter(last) ? days() : number(to) + 1;
    BitSet days = new BitSet(days());
    if (start < end) {
      days.set(start, end);
    }
    return days;
  }
}
