package io.tongqi.coverage;

import io.tongqi.domain.Measure;
import io.tongqi.domain.Resolution;
import java.io.Serializable;
import java.time.LocalDate;
import javax.annotation.Nullable;

/**
 * What one source answers for in an area and category group.
 *
 * @param source the source
 * @param measure the measure that it books
 * @param booked the days for which it books the measure, delivered or not
 * @param resolution how exactly it dates the measure
 * @param isOneRecordALine whether each of its lines stands for one record, not for a number of them
 * @param versionsFrom since when its recorded times can be trusted; null: since ever
 */
public record Answer(
    String source,
    Measure measure,
    DaySet booked,
    Resolution resolution,
    boolean isOneRecordALine,
    @Nullable LocalDate versionsFrom)
    implements Serializable {

  /** Whether the days from a first to a last one are not whole units of the resolution. */
  public boolean isTooCoarse(LocalDate firstDay, LocalDate lastDay) {
    if (!booked.touches(firstDay, lastDay)) {
      return false;
    }
    LocalDate next = lastDay.plusDays(1);
    return switch (resolution) {
      case DAY -> false;
      case MONTH -> firstDay.getDayOfMonth() != 1 || next.getDayOfMonth() != 1;
      case YEAR -> firstDay.getDayOfYear() != 1 || next.getDayOfYear() != 1;
    };
  }

  /** Whether the source cannot tell what it had recorded by a day. */
  public boolean isBeforeVersions(LocalDate firstDay, LocalDate lastDay, LocalDate cutOff) {
    return versionsFrom != null
        && cutOff.isBefore(versionsFrom)
        && booked.touches(firstDay, lastDay);
  }
}
