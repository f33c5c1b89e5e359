package io.tongqi.ingest;

import io.tongqi.settings.CsvOptions;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.io.Text;

/**
 * What stands at the beginning of a delimited content.
 *
 * @param header bytes of the header line, each as the Latin-1 character of its value; empty when
 *     there is none
 * @param line the number of that line, 0 where there is none
 * @param delimiter between two fields: by a first line such as {@code sep=;}, else by the mapping
 * @param further the first lines after the header likewise, those that are long as empty
 */
record CsvHead(String header, long line, char delimiter, List<String> further)
    implements Serializable {
  /** Of a content without a header line. */
  static final CsvHead NONE = new CsvHead("", 0, ',', List.of());

  /** Finds it in the lines of a content as they are read. */
  static final class Finder {
    private static final Pattern SEPARATOR =
        Pattern.compile("(?i)(?:\u00EF\u00BB\u00BF)?\"?sep=(.)\"?\\s*");
    private static final int FURTHER_LINES = 8;
    private static final int SHORT = 2000;

    private final CsvOptions options;
    private final List<String> further = new ArrayList<>();
    private char delimiter;
    private String header = "";
    private long line;

    Finder(CsvOptions options) {
      this.options = options;
      this.delimiter = options.delimiter();
    }

    /** Whether the header was found. */
    boolean isFound() {
      return line > 0;
    }

    /** Takes the next line into account. */
    void read(long number, Text text) {
      if (isFound()) {
        if (further.size() < FURTHER_LINES) {
          further.add(text.getLength() < SHORT ? latin1(text) : "");
        }
      } else if (number > 1 || text.getLength() > SHORT || !isSeparator(latin1(text))) {
        boolean isBlank = Blanks.trimmed(text.getBytes(), 0, text.getLength()) == null;
        if (number > options.skipLines() && !isBlank) {
          header = latin1(text);
          line = number;
        }
      }
    }

    CsvHead head() {
      return new CsvHead(header, line, delimiter, List.copyOf(further));
    }

    private boolean isSeparator(String first) {
      Matcher separator = SEPARATOR.matcher(first);
      if (separator.matches()) {
        delimiter = separator.group(1).charAt(0);
      }
      return separator.matches();
    }

    private static String latin1(Text text) {
      return new String(text.getBytes(), 0, text.getLength(), StandardCharsets.ISO_8859_1);
    }
  }
}
