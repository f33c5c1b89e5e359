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
 * @param lines lines that are not empty, from the header on
 * @param sections what is to be read of it, in its order
 * @param columns for csv: where each input column stands in a line
 * @param latestDay the last day that a record in it may bear
 */
record PlannedContent(
    DeliveredFile file,
    String sha256,
    long lines,
    List<ContentScan.Section> sections,
    CsvColumns columns,
    LocalDate latestDay)
    implements Serializable {

  /** A part for each section. */
  Stream<PlannedContent> parts() {
    return sections.stream().map(this::only);
  }

  /** So many of its first lines, the header and blank ones among them. */
  PlannedContent first(long most) {
    ContentScan.Section section = sections.get(0);
    long all = sections.stream().mapToLong(ContentScan.Section::lines).sum();
    return most >= all ? this : only(new ContentScan.Section(0, 0, most, section.bytes()));
  }

  private PlannedContent only(ContentScan.Section section) {
    return new PlannedContent(file, sha256, lines, List.of(section), columns, latestDay);
  }

  /** How many bytes are to be read, decompressed. */
  long bytes() {
    return sections.stream().mapToLong(ContentScan.Section::bytes).sum();
  }
}
