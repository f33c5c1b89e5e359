package io.tongqi.ingest;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** The rows of a whole delimited content in which quotes may hold line breaks. */
final class QuotedRows extends TextRows {
  private static final char REPLACEMENT = '\uFFFD';

  /** Stands for undecodable bytes, unlike {@link #REPLACEMENT}, which the bytes may really hold. */
  private static final char UNDECODABLE = '\uFDD0';

  private final PlannedContent content;
  private final CsvLineParser csv;
  private final CsvParser records;
  private long line;

  /** Opens the content and passes over its header. */
  QuotedRows(PlannedContent content, CsvLineParser csv, int columns, Configuration configuration)
      throws IOException {
    super(content, columns);
    this.content = content;
    this.csv = csv;
    this.records = csv.recordParser();
    CharsetDecoder decoder =
        content
            .file()
            .charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE)
            .replaceWith(String.valueOf(UNDECODABLE));
    records.beginParsing(
        new InputStreamReader(ContentScan.open(content.file(), configuration), decoder));
    records.parseNext();
    this.line = records.getContext().currentLine();
  }

  @Override
  InternalRow read() throws IOException {
    try {
      String[] fields = records.parseNext();
      if (fields == null) {
        return null;
      }
      String text = records.getContext().currentParsedContent().stripTrailing();
      if (csv.isTorn(text, fields, content)) {
        throw notClosed(null);
      }
      line = records.getContext().currentLine();
      return row(text, fields);
    } catch (TextParsingException failure) {
      throw notClosed(failure);
    }
  }

  private InternalRow row(String text, String[] fields) {
    UTF8String raw = UTF8String.fromString(text.replace(UNDECODABLE, REPLACEMENT));
    if (text.indexOf(UNDECODABLE) >= 0) {
      return row(line, raw, Reason.UNDECODABLE);
    }
    try {
      return row(line, raw, CsvLineParser.pick(fields, content));
    } catch (LineParser.BadLineException bad) {
      return row(line, raw, bad.reason());
    }
  }

  private IOException notClosed(TextParsingException failure) {
    return new IOException(
        "from line %d on: a quote is not closed; deliver the file again".formatted(line + 1),
        failure);
  }
}
