package io.tongqi.ingest;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import com.univocity.parsers.csv.UnescapedQuoteHandling;
import io.tongqi.settings.CsvOptions;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Reads lines of comma-separated values. A line without a quote is cut at its delimiters, byte by
 * byte: in UTF-8 a byte below 128 is always a character of its own. All others go through the
 * library, which takes ten times as long. Empty fields behind the last column are none.
 */
final class CsvLineParser implements LineParser {
  private static final long serialVersionUID = 1L;

  private final CsvOptions options;
  private final char delimiter;
  private final char quote;
  private transient CsvParser parser;

  /** A parser for files of these options. */
  CsvLineParser(CsvOptions options) {
    this(options, options.delimiter());
  }

  /** A parser for a file that tells its own delimiter. */
  CsvLineParser(CsvOptions options, char delimiter) {
    this.options = options;
    this.delimiter = delimiter;
    this.quote = options.quote();
  }

  @Override
  public UTF8String[] parse(byte[] line, PlannedContent content) throws BadLineException {
    int[] ends = delimiter < 128 && quote < 128 ? ends(line, content.columns().fields()) : null;
    return ends == null
        ? parse(new String(line, StandardCharsets.UTF_8), content.columns())
        : cut(line, ends, content.columns());
  }

  @Override
  public boolean isBlank(byte[] line) {
    return Blanks.isBlank(line, 0, delimiter < 128 ? delimiter : ' ');
  }

  private UTF8String[] parse(String line, CsvColumns columns) throws BadLineException {
    String[] fields;
    boolean isOpen;
    try {
      fields = fields(line);
      isOpen = hasOddQuotes(line) && Arrays.equals(fields, fields(line + quote));
    } catch (TextParsingException tooMany) {
      throw new BadLineException(
          Reason.FIELD_COUNT,
          "more than %d fields, %d in the header"
              .formatted(options.maxColumns(), columns.fields()));
    }
    if (isOpen) {
      throw new BadLineException(Reason.UNCLOSED_QUOTE, "a quote opens and does not close");
    }
    return pick(fields == null ? new String[0] : fields, columns);
  }

  /**
   * Where each field of a line ends; null if it has a quote, or another number of fields than the
   * header.
   */
  private int[] ends(byte[] line, int fields) {
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
      return null;
    }
    ends[field] = line.length;
    return ends;
  }

  private static UTF8String[] cut(byte[] line, int[] ends, CsvColumns columns)
      throws BadLineException {
    UTF8String[] picked = new UTF8String[columns.places().size()];
    for (int column = 0; column < picked.length; column++) {
      List<Integer> places = columns.places().get(column);
      for (int index = 0; index < places.size(); index++) {
        int place = places.get(index);
        int start = place == 0 ? 0 : ends[place - 1] + 1;
        picked[column] = either(picked[column], Blanks.trimmed(line, start, ends[place]));
      }
    }
    return picked;
  }

  private static UTF8String[] pick(String[] fields, CsvColumns columns) throws BadLineException {
    UTF8String[] picked = new UTF8String[columns.places().size()];
    for (int column = 0; column < picked.length; column++) {
      for (int place : columns.places().get(column)) {
        String field = place < fields.length ? fields[place] : null;
        UTF8String text =
            field == null ? null : Blanks.trimmed(field.getBytes(StandardCharsets.UTF_8));
        picked[column] = either(picked[column], text);
      }
    }
    int count = fields.length;
    while (count > columns.fields() && isEmpty(fields[count - 1])) {
      count--;
    }
    if (count != columns.fields()) {
      throw new BadLineException(
          Reason.FIELD_COUNT,
          "%d fields, %d in the header".formatted(count, columns.fields()),
          picked);
    }
    return picked;
  }

  private static boolean isEmpty(String field) {
    return field == null || Blanks.trimmed(field).isEmpty();
  }

  /** The value of a column whose old and new name stand side by side. */
  static UTF8String either(UTF8String one, UTF8String other) throws BadLineException {
    if (one == null || other == null || one.equals(other)) {
      return one == null ? other : one;
    }
    throw new BadLineException(
        Reason.TWO_VALUES,
        "%s and %s".formatted(Visible.text(one.toString()), Visible.text(other.toString())));
  }

  private boolean hasOddQuotes(String text) {
    boolean isOdd = false;
    for (int index = text.indexOf(quote); index >= 0; index = text.indexOf(quote, index + 1)) {
      boolean isEscaped =
          options.escape() != quote && index > 0 && text.charAt(index - 1) == options.escape();
      isOdd ^= !isEscaped;
    }
    return isOdd;
  }

  /** The fields of one line. */
  String[] fields(String line) {
    if (parser == null) {
      parser = parser();
    }
    return parser.parseLine(line);
  }

  /** A parser that keeps white space and knows no comments. */
  private CsvParser parser() {
    CsvParserSettings settings = new CsvParserSettings();
    settings.getFormat().setDelimiter(delimiter);
    settings.getFormat().setQuote(quote);
    settings.getFormat().setQuoteEscape(options.escape());
    settings.getFormat().setComment('\0');
    settings.setLineSeparatorDetectionEnabled(true);
    settings.setIgnoreLeadingWhitespaces(false);
    settings.setIgnoreTrailingWhitespaces(false);
    settings.setSkipEmptyLines(true);
    settings.setReadInputOnSeparateThread(false);
    settings.setMaxColumns(options.maxColumns());
    settings.setMaxCharsPerColumn(-1);
    settings.setUnescapedQuoteHandling(UnescapedQuoteHandling.STOP_AT_DELIMITER);
    return new CsvParser(settings);
  }
}
