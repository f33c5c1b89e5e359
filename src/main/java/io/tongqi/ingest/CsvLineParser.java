package io.tongqi.ingest;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import com.univocity.parsers.csv.UnescapedQuoteHandling;
import io.tongqi.settings.CsvOptions;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Reads lines of comma-separated values. A line without a quote is cut at its delimiters, byte by
 * byte: in UTF-8 a byte below 128 is always a character of its own. All others go through the
 * library, which takes ten times as long.
 */
final class CsvLineParser implements LineParser {
  private static final long serialVersionUID = 1L;
  private static final int ANY_LENGTH = -1;
  private static final int LONGEST_QUOTED_TEXT = 1 << 20;

  private final char delimiter;
  private final char quote;
  private final char escape;
  private transient CsvParser parser;

  /** A parser for files of these options. */
  CsvLineParser(CsvOptions options) {
    this.delimiter = options.delimiter();
    this.quote = options.quote();
    this.escape = options.escape();
  }

  @Override
  public UTF8String[] parse(byte[] line, PlannedContent content) throws BadLineException {
    int[] ends = delimiter < 128 && quote < 128 ? ends(line, content.fields()) : null;
    return ends == null
        ? parse(new String(line, StandardCharsets.UTF_8), content)
        : cut(line, ends, content);
  }

  private UTF8String[] parse(String line, PlannedContent content) throws BadLineException {
    try {
      String[] fields = fields(line);
      if (hasOddQuotes(line) && Arrays.equals(fields, fields(line + quote))) {
        throw new BadLineException(Reason.UNCLOSED_QUOTE);
      }
      return pick(fields, content);
    } catch (TextParsingException tooMany) {
      throw new BadLineException(Reason.FIELD_COUNT);
    }
  }

  /** Where each field of a line ends, as far as a line should have any; null if it has a quote. */
  private int[] ends(byte[] line, int fields) throws BadLineException {
    int[] ends = new int[fields];
    int field = 0;
    for (int index = 0; index < line.length; index++) {
      byte character = line[index];
      if (character == quote) {
        return null;
      }
      if (character == delimiter) {
        if (field < fields) {
          ends[field] = index;
        }
        field++;
      }
    }
    if (field != fields - 1) {
      throw new BadLineException(Reason.FIELD_COUNT);
    }
    ends[field] = line.length;
    return ends;
  }

  private static UTF8String[] cut(byte[] line, int[] ends, PlannedContent content) {
    UTF8String[] picked = new UTF8String[content.positions().size()];
    for (int column = 0; column < picked.length; column++) {
      int position = content.positions().get(column);
      if (position >= 0) {
        int start = position == 0 ? 0 : ends[position - 1] + 1;
        int length = ends[position] - start;
        picked[column] = length == 0 ? null : UTF8String.fromBytes(line, start, length);
      }
    }
    return picked;
  }

  /** Whether a record over several lines is one only because a quote in it is not closed. */
  boolean isTorn(String text, String[] fields, PlannedContent content) {
    return text.indexOf('\n') >= 0 && (hasOddQuotes(text) || fields.length != content.fields());
  }

  private boolean hasOddQuotes(String text) {
    boolean isOdd = false;
    for (int index = text.indexOf(quote); index >= 0; index = text.indexOf(quote, index + 1)) {
      boolean isEscaped = escape != quote && index > 0 && text.charAt(index - 1) == escape;
      isOdd ^= !isEscaped;
    }
    return isOdd;
  }

  /** The fields of one line. */
  String[] fields(String line) {
    if (parser == null) {
      parser = parser(ANY_LENGTH);
    }
    return parser.parseLine(line);
  }

  /** The texts of the input columns among the fields of a line. */
  static UTF8String[] pick(String[] fields, PlannedContent content) throws BadLineException {
    if (fields == null || fields.length != content.fields()) {
      throw new BadLineException(Reason.FIELD_COUNT);
    }
    return content.positions().stream()
        .map(position -> position < 0 ? null : UTF8String.fromString(fields[position]))
        .toArray(UTF8String[]::new);
  }

  /** A parser of records that may hold line breaks, up to where a quote is surely not closed. */
  CsvParser recordParser() {
    return parser(LONGEST_QUOTED_TEXT);
  }

  /** A parser that keeps white space and knows no comments. */
  private CsvParser parser(int maxCharsPerField) {
    CsvParserSettings settings = new CsvParserSettings();
    settings.getFormat().setDelimiter(delimiter);
    settings.getFormat().setQuote(quote);
    settings.getFormat().setQuoteEscape(escape);
    settings.getFormat().setComment('\0');
    settings.setLineSeparatorDetectionEnabled(true);
    settings.setIgnoreLeadingWhitespaces(false);
    settings.setIgnoreTrailingWhitespaces(false);
    settings.setSkipEmptyLines(true);
    settings.setReadInputOnSeparateThread(false);
    settings.setMaxColumns(4096);
    settings.setMaxCharsPerColumn(maxCharsPerField);
    settings.setUnescapedQuoteHandling(UnescapedQuoteHandling.STOP_AT_DELIMITER);
    return new CsvParser(settings);
  }
}
