package io.tongqi.ingest;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import com.univocity.parsers.csv.UnescapedQuoteHandling;
import io.tongqi.settings.CsvOptions;
import java.util.Arrays;

/** Reads lines of comma-separated values. */
public final class CsvLineParser implements LineParser {
  private static final long serialVersionUID = 1L;

  private final char delimiter;
  private final char quote;
  private final char escape;
  private transient CsvParser parser;

  /** A parser for files of these options. */
  public CsvLineParser(CsvOptions options) {
    this.delimiter = options.delimiter();
    this.quote = options.quote();
    this.escape = options.escape();
  }

  @Override
  public String[] parse(String line, PlannedContent content) throws BadLineException {
    String[] fields = fields(line);
    if (hasOddQuotes(line) && Arrays.equals(fields, fields(line + quote))) {
      throw new BadLineException(Reason.UNCLOSED_QUOTE);
    }
    return pick(fields, content);
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
  public String[] fields(String line) {
    if (parser == null) {
      parser = parser();
    }
    return parser.parseLine(line);
  }

  /** The texts of the input columns among the fields of a line. */
  String[] pick(String[] fields, PlannedContent content) throws BadLineException {
    if (fields == null || fields.length != content.fields()) {
      throw new BadLineException(Reason.FIELD_COUNT);
    }
    String[] picked = new String[content.positions().size()];
    for (int column = 0; column < picked.length; column++) {
      int position = content.positions().get(column);
      picked[column] = position < 0 ? null : fields[position];
    }
    return picked;
  }

  /** A parser that keeps white space and knows no comments. */
  CsvParser parser() {
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
    settings.setMaxCharsPerColumn(1 << 20);
    settings.setUnescapedQuoteHandling(UnescapedQuoteHandling.STOP_AT_DELIMITER);
    return new CsvParser(settings);
  }
}
