package io.tongqi.figures;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A window in a year that has it.
 *
 * @param window the window's name
 * @param year the year
 * @param firstDay its first day
 * @param lastDay its last day, included
 * @param equalAgeCutOff as long after the last day as `known_at` is after the current window's
 * @param isCurrent whether the year is the newest one
 */
public record Period(
    String window,
    int year,
    LocalDate firstDay,
    LocalDate lastDay,
    LocalDate equalAgeCutOff,
    boolean isCurrent)
    implements Serializable {
  /** How many days it has. */
  public int days() {
    return Math.toIntExact(ChronoUnit.DAYS.between(firstDay, lastDay) + 1);
  }
}
