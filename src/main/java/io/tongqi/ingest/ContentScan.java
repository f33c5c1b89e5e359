package io.tongqi.ingest;

import java.io.Serializable;
import java.util.List;

/**
 * What one pass over the bytes of a delivered file tells, before anything is booked.
 *
 * @param sha256 SHA-256 of the content (unpacked, and UTF-16 as UTF-8), in hexadecimal
 * @param lines lines that are not empty, from the header on
 * @param head for csv: what stands at its beginning
 * @param sections the parts in which the content can be read side by side, in their order; one only
 *     where it is packed
 * @param charsetName the encoding that its mark tells, else that of the mapping
 * @param entries the files in it where it is an archive: then nothing else is told
 * @param fault what stopped the reading, or empty when all was read
 */
public record ContentScan(
    String sha256,
    long lines,
    CsvHead head,
    List<Section> sections,
    String charsetName,
    List<String> entries,
    String fault)
    implements Serializable {
  /**
   * Whole lines of a content, one after another.
   *
   * @param offset where the first of them begins, in bytes of the content
   * @param before how many lines, empty ones too, come before it
   * @param lines how many lines it has, empty ones too
   * @param bytes how many bytes of the content it has
   */
  public record Section(long offset, long before, long lines, long bytes) implements Serializable {}

  /** What keeps a file from being read. */
  static ContentScan faulty(String fault) {
    return new ContentScan("", 0, CsvHead.NONE, List.of(), "", List.of(), fault);
  }

  /** All sections as one, for a format whose lines cannot be told apart without reading them. */
  Section whole() {
    return sections.stream()
        .reduce(
            new Section(0, 0, 0, 0),
            (all, it) -> new Section(0, 0, all.lines() + it.lines(), all.bytes() + it.bytes()));
  }
}
