package io.tongqi.ingest;

import io.tongqi.domain.Format;
import io.tongqi.settings.CsvOptions;
import io.tongqi.settings.SourceMapping;
import java.io.IOException;
import java.io.Serializable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.util.LineReader;

/**
 * How the files of a source are written, for the tasks that read them.
 *
 * @param maxLineBytes of how many bytes a line may be
 */
record TextOptions(Format format, CsvOptions csv, int maxLineBytes) implements Serializable {
  /** Those of a mapping. */
  static TextOptions of(SourceMapping mapping) {
    return new TextOptions(mapping.format(), mapping.csv(), mapping.maxLineBytes());
  }

  /** Reads a line, of one that is too long its beginning; gives how many bytes were read. */
  int readLine(LineReader reader, Text line) throws IOException {
    return reader.readLine(line, maxLineBytes + 1, Integer.MAX_VALUE);
  }
}
