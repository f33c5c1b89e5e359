package io.tongqi.settings;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * When a source delivers.
 *
 * @param every the days of one delivery
 * @param byDay on which day after their end it has come
 */
public record Expectation(Every every, int byDay) {
  /** The days of one delivery. */
  public enum Every {
    /** One day. */
    DAY,
    /** Monday to Sunday. */
    WEEK,
    /** A month. */
    MONTH;

    /** The last day of the newest such days that ended up to this one. */
    private LocalDate endedBy(LocalDate day) {
      return switch (this) {
        case DAY -> day;
        case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
        case MONTH ->
            day.plusDays(1).getDayOfMonth() == 1 ? day : day.withDayOfMonth(1).minusDays(1);
      };
    }
  }

  /** The day up to which deliveries have come when a day begins. */
  public LocalDate coveredOn(LocalDate today) {
    return every.endedBy(today.minusDays(byDay + 1L));
  }
}
