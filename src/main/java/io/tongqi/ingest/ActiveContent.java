package io.tongqi.ingest;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A content that stands: the newest one of some path.
 *
 * @param rowsBatchId the batch that booked its rows
 * @param deliveredOn the earliest delivery's date among the paths under which it stands
 * @param covered the days covered by the first of its paths
 */
public record ActiveContent(
    String contentSha256,
    String rowsBatchId,
    Optional<LocalDate> deliveredOn,
    Optional<io.tongqi.calendar.DayRange> covered) {}
