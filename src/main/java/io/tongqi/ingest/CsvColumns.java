package io.tongqi.ingest;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Where the input columns stand in the lines of a delimited content.
 *
 * @param places for each input column the fields that give it: none where an optional one is
 *     missing, two where its old and its new name stand side by side
 * @param names for each input column its name in the header, empty where it is missing
 * @param fields how many fields a line has to have
 * @param headerLine the number of the header line
 * @param delimiter between two fields
 */
record CsvColumns(
    List<List<Integer>> places, List<UTF8String> names, int fields, long headerLine, char delimiter)
    implements Serializable {
  /** Of a content without a header. */
  static final CsvColumns NONE = new CsvColumns(List.of(), List.of(), 0, 0, ',');

  /** Whether the texts of a line are those of the header itself. */
  boolean isHeader(UTF8String[] texts) {
    boolean isHeader = false;
    for (int column = 0; column < names.size(); column++) {
      UTF8String name = names.get(column);
      if (name.numBytes() > 0) {
        if (!name.equals(texts[column])) {
          return false;
        }
        isHeader = true;
      }
    }
    return isHeader;
  }
}
