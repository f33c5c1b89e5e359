package io.tongqi.report;

import io.tongqi.calendar.DayRange;
import io.tongqi.ingest.Batch;
import io.tongqi.ingest.Receipt;
import io.tongqi.settings.Coverage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is odd about the days that delivered files answer for, in words. */
final class ReceiptNotes {
  private ReceiptNotes() {}

  /** A line for each odd file of a batch. */
  static List<String> of(Batch batch) {
    List<String> notes = new ArrayList<>();
    for (Receipt receipt : batch.receipts()) {
      String path = receipt.file().path();
      Coverage coverage = batch.mapping().coverageOf(path).orElseThrow();
      Optional<DayRange> claimed = coverage.claimed(path);
      String of = "source %s: file %s ".formatted(batch.mapping().source(), path);
      if (receipt.covered().isEmpty() && claimed.isPresent()) {
        notes.add(
            of
                + "covers nothing: it claims %s, but none of its %d rows lies on these days; deliver the right content, or rename it"
                    .formatted(claimed.get(), receipt.rows().read()));
      }
      if (claimed.isEmpty() && receipt.covered().size() > 1) {
        notes.add(
            of
                + "has no row in %s and does not answer for these days; if that is normal for this source, declare from and to under covers in %s"
                    .formatted(gaps(receipt.covered()), batch.mapping().file()));
      }
      if (receipt.rowsOutside() > 0) {
        notes.add(
            of
                + "has %d rows of stations or categories that it does not answer for; they are booked all the same"
                    .formatted(receipt.rowsOutside()));
      }
    }
    return notes;
  }

  private static String gaps(List<DayRange> covered) {
    List<DayRange> gaps = new ArrayList<>();
    for (int run = 1; run < covered.size(); run++) {
      gaps.add(
          new DayRange(
              covered.get(run - 1).last().plusDays(1), covered.get(run).first().minusDays(1)));
    }
    return gaps.stream().map(ReceiptNotes::months).collect(Collectors.joining(", "));
  }

  /** Whole months as such: 2015-01..2023-12. */
  private static String months(DayRange days) {
    String first = days.first().toString().substring(0, "yyyy-MM".length());
    String last = days.last().toString().substring(0, "yyyy-MM".length());
    return !days.isWholeMonths()
        ? days.toString()
        : first.equals(last) ? first : first + ".." + last;
  }
}
