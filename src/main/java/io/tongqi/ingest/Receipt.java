package io.tongqi.ingest;

import io.tongqi.calendar.DayRange;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The receipt for a delivered file: one row of {@code bronze.receipts}.
 *
 * @param rowsBatchId the batch whose rows stand for the content: another one's where the content
 *     was already held
 * @param deliveredOn the delivery's date, where it is known
 * @param covered the days that the file answers for, where they are known
 * @param station the only station that the file answers for; empty for all
 */
public record Receipt(
    String source,
    String mode,
    DeliveredFile file,
    String contentSha256,
    String mappingSha256,
    Optional<LocalDate> deliveredOn,
    Optional<DayRange> covered,
    Optional<String> station,
    RowCounts rows,
    String batchId,
    String rowsBatchId,
    long batchNumber) {

  /** This receipt with other counts. */
  public Receipt withRows(RowCounts counts) {
    return new Receipt(
        source,
        mode,
        file,
        contentSha256,
        mappingSha256,
        deliveredOn,
        covered,
        station,
        counts,
        batchId,
        rowsBatchId,
        batchNumber);
  }
}
