package io.tongqi.ledger;

import io.tongqi.calendar.DayRange;
import io.tongqi.domain.CanonicalColumn;
import io.tongqi.domain.SourceKind;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A file that a force delivers.
 *
 * @param number tells files of one day apart
 * @param covers the days of which it is the whole picture, where it is a snapshot
 */
record CsvDelivery(
    int number, LocalDate deliveredOn, DayRange covers, List<RecordVersion> versions) {

  /** Its path below the root of the source: tells the delivery's date and the days covered. */
  String path() {
    return "delivered-%s-covers-%s-%s-%d.csv"
        .formatted(deliveredOn, covers.first(), covers.last(), number);
  }

  /** Its content: a header of all canonical columns and the revision, a line for each version. */
  String text() {
    List<String> columns =
        Stream.concat(
                SourceKind.INCIDENT.columns().stream().map(CanonicalColumn::column),
                Stream.of(RecordVersion.REVISION))
            .toList();
    return versions.stream()
        .map(
            version ->
                columns.stream()
                    .map(column -> version.cells().getOrDefault(column, ""))
                    .collect(Collectors.joining(",")))
        .collect(Collectors.joining("\n", String.join(",", columns) + "\n", "\n"));
  }

  /** The same file, replaced by other content. */
  CsvDelivery with(List<RecordVersion> newer) {
    return new CsvDelivery(number, deliveredOn, covers, newer);
  }

  /** The same under another number. */
  CsvDelivery numbered(int other) {
    return new CsvDelivery(other, deliveredOn, covers, versions);
  }

  ReferenceLedger.Snapshot snapshot() {
    return new ReferenceLedger.Snapshot(path(), covers, deliveredOn, versions);
  }
}
