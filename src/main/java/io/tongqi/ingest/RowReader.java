package io.tongqi.ingest;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import io.tongqi.domain.Format;
import io.tongqi.settings.SourceMapping;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.util.LineReader;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Reads the rows of one delivered text file: for each its file, content, delivery's date, line
 * number (of its last line where quotes hold line breaks), raw text, the problem that keeps it from
 * being read or null, and the texts of the input columns.
 */
final class RowReader implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final char REPLACEMENT = '\uFFFD';
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** Whether the raw text of each row is wanted. */
  enum RawText {
    KEPT,
    DROPPED
  }

  private final Format format;
  private final boolean multiline;
  private final LineParser parser;
  private final int columns;
  private final RawText rawText;
  private final SerializableConfiguration configuration;

  RowReader(
      SourceMapping mapping, List<String> columns, RawText rawText, Configuration configuration) {
    this.format = mapping.format();
    this.multiline = mapping.csv().multiline();
    this.parser =
        format == Format.JSON
            ? new JsonLineParser(columns, mapping.aliases())
            : new CsvLineParser(mapping.csv());
    this.columns = columns.size();
    this.rawText = rawText;
    this.configuration = new SerializableConfiguration(configuration);
  }

  Iterator<Row> rows(PlannedContent content) {
    try {
      return format == Format.CSV && multiline ? records(content) : lines(content);
    } catch (IOException failure) {
      throw unreadable(content, failure);
    }
  }

  private Iterator<Row> lines(PlannedContent content) throws IOException {
    LineReader reader =
        new LineReader(ContentScan.open(content.file().uri(), configuration.value()), 1 << 16);
    Text bytes = new Text();
    return new RowIterator() {
      private long line;
      private boolean pastHeader = format == Format.JSON;

      @Override
      Row read() throws IOException {
        while (reader.readLine(bytes) > 0) {
          line++;
          if (bytes.getLength() == 0) {
            continue;
          }
          if (!pastHeader) {
            pastHeader = true;
            continue;
          }
          String text =
              new String(bytes.getBytes(), 0, bytes.getLength(), content.file().charset());
          return row(content, line, line == 1 ? withoutMark(text) : text);
        }
        reader.close();
        return null;
      }

      @Override
      UncheckedIOException failed(IOException failure) {
        return unreadable(content, failure);
      }
    };
  }

  private Row row(PlannedContent content, long line, String text) {
    if (text.indexOf(REPLACEMENT) >= 0) {
      return row(content, line, text, Reason.UNDECODABLE, null);
    }
    try {
      return row(content, line, text, null, parser.parse(text, content));
    } catch (LineParser.BadLineException bad) {
      return row(content, line, text, bad.reason(), null);
    }
  }

  private Iterator<Row> records(PlannedContent content) throws IOException {
    CsvLineParser csv = (CsvLineParser) parser;
    CsvParser records = csv.parser();
    records.beginParsing(
        new InputStreamReader(
            ContentScan.open(content.file().uri(), configuration.value()),
            content.file().charset()));
    records.parseNext();
    return new RowIterator() {
      private long line = records.getContext().currentLine();

      @Override
      Row read() throws IOException {
        try {
          String[] fields = records.parseNext();
          if (fields == null) {
            return null;
          }
          String text = records.getContext().currentParsedContent().stripTrailing();
          if (csv.isTorn(text, fields, content)) {
            throw new IOException(
                "from line %d on: a quote is not closed; deliver the file again"
                    .formatted(line + 1));
          }
          line = records.getContext().currentLine();
          if (text.indexOf(REPLACEMENT) >= 0) {
            return row(content, line, text, Reason.UNDECODABLE, null);
          }
          try {
            return row(content, line, text, null, csv.pick(fields, content));
          } catch (LineParser.BadLineException bad) {
            return row(content, line, text, bad.reason(), null);
          }
        } catch (TextParsingException failure) {
          throw new IOException(
              "from line %d on: a quote is not closed; deliver the file again".formatted(line + 1),
              failure);
        }
      }

      @Override
      UncheckedIOException failed(IOException failure) {
        return unreadable(content, failure);
      }
    };
  }

  private Row row(PlannedContent content, long line, String text, Reason problem, String[] texts) {
    List<Object> values = new ArrayList<>(columns + 6);
    values.add(content.file().path());
    values.add(content.sha256());
    values.add(content.deliveredOn() == null ? null : java.sql.Date.valueOf(content.deliveredOn()));
    values.add(line);
    values.add(rawText == RawText.KEPT ? text : null);
    values.add(problem == null ? null : problem.code());
    for (int column = 0; column < columns; column++) {
      values.add(texts == null ? null : texts[column]);
    }
    return RowFactory.create(values.toArray());
  }

  private static String withoutMark(String text) {
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  private static UncheckedIOException unreadable(PlannedContent content, IOException failure) {
    return new UncheckedIOException(
        "reading %s: %s".formatted(content.file().path(), failure.getMessage()), failure);
  }
}
