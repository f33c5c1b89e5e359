package io.tongqi.ingest;

import io.tongqi.calendar.DayRange;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The receipt for a delivered file: one row of {@code bronze.receipts}.
 *
 * @param overlap what signed entries mean whose files answer for the same days, where it is said
 * @param rowsBatchId the batch whose rows stand for the content: another one's where the content
 *     was already held
 * @param deliveredOn the delivery's date, where it is known
 * @param covered the runs of days that the file answers for, the earliest first; none where it
 *     answers for nothing
 * @param stations the stations that the file answers for, in order; empty for all
 * @param categories the categories that the file answers for, in order; empty for all
 * @param rowsOutside how many of its rows are of other stations and categories
 */
public record Receipt(
    String source,
    String mode,
    Optional<String> overlap,
    DeliveredFile file,
    String contentSha256,
    String mappingSha256,
    Optional<LocalDate> deliveredOn,
    List<DayRange> covered,
    Optional<List<String>> stations,
    Optional<List<String>> categories,
    RowCounts rows,
    long rowsOutside,
    String batchId,
    String rowsBatchId,
    long batchNumber) {

  /** Whether both answer for a category of a station on a day. */
  public boolean answersForDaysOf(Receipt other) {
    return covered.stream()
            .anyMatch(it -> other.covered.stream().anyMatch(days -> days.intersect(it).isPresent()))
        && meet(stations, other.stations)
        && meet(categories, other.categories);
  }

  private static boolean meet(Optional<List<String>> some, Optional<List<String>> others) {
    return some.isEmpty()
        || others.isEmpty()
        || !Collections.disjoint(some.orElseThrow(), others.orElseThrow());
  }

  /** This receipt with counts, answering for these days. */
  Receipt counted(RowCounts counts, long outside, List<DayRange> days) {
    return new Receipt(
        source,
        mode,
        overlap,
        file,
        contentSha256,
        mappingSha256,
        deliveredOn,
        days,
        stations,
        categories,
        counts,
        outside,
        batchId,
        rowsBatchId,
        batchNumber);
  }
}
