package io.tongqi.calendar;

import java.util.Objects;
import java.util.Optional;

/**
 * A window's days in one of the compared years.
 *
 * @param window the window's name
 * @param year the year of the window's last day; for weeks the ISO year
 * @param days the days to count; empty if the year has no such window (ISO week 53)
 * @param isCurrent whether this is the newest of the compared years
 */
public record SamePeriod(String window, int year, Optional<DayRange> days, boolean isCurrent) {

  /**
   * @throws NullPointerException if {@code window} or {@code days} is null
   */
  public SamePeriod {
    Objects.requireNonNull(window, "window");
    Objects.requireNonNull(days, "days");
  }
}
