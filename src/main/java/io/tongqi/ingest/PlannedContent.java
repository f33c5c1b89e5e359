package io.tongqi.ingest;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * A content that a batch has to read, or a part of one.
 *
 * @param file the first of the paths under which it lies
 * @param sha256 hash of the content
 * @param lines lines that are not blank, a header line included
 * @param sections what is to be read of it, in its order
 * @param positions for csv: where each input column stands in a line, -1 where an optional one is
 *     missing
 * @param fields for csv: how many fields a line has to have
 * @param deliveredOn the delivery's own date when the mapping names one, else null
 */
record PlannedContent(
    DeliveredFile file,
    String sha256,
    long lines,
    List<ContentScan.Section> sections,
    List<Integer> positions,
    int fields,
    LocalDate deliveredOn)
    implements Serializable {

  /** A part for each section. */
  Stream<PlannedContent> parts() {
    return sections.stream()
        .map(
            section ->
                new PlannedContent(
                    file, sha256, lines, List.of(section), positions, fields, deliveredOn));
  }

  /** How many bytes are to be read, decompressed. */
  long bytes() {
    return sections.stream().mapToLong(ContentScan.Section::bytes).sum();
  }
}
