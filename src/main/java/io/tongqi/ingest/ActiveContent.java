package io.tongqi.ingest;

import io.tongqi.calendar.DayRange;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A content that stands: the newest one of some path.
 *
 * @param rowsBatchId the batch that booked its rows
 * @param deliveredOn the earliest delivery's date among the paths under which it stands
 * @param covered the days covered by the first of its paths
 * @param deliveries what each of its paths answers for
 */
public record ActiveContent(
    String contentSha256,
    String rowsBatchId,
    Optional<LocalDate> deliveredOn,
    Optional<DayRange> covered,
    Set<Answered> deliveries) {
  /**
   * What a delivery answers for, also by what it does not hold.
   *
   * @param on its date
   * @param days the days it covers
   * @param station its only station; empty: all
   */
  public record Answered(
      Optional<LocalDate> on, Optional<DayRange> days, Optional<String> station) {}
}
