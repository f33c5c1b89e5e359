package io.tongqi.ingest;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * Texts for people to read: what cannot be seen in them is made visible, and they end somewhere.
 */
final class Visible {
  private static final int LONGEST = 200;
  private static final UDF1<String, String> FUNCTION = Visible::text;

  private Visible() {}

  /** The text with its invisible characters as `\\uXXXX`, and blanks at its ends as `␣`. */
  static String text(String text) {
    if (text == null) {
      return null;
    }
    StringBuilder visible = new StringBuilder();
    int index = 0;
    for (; index < text.length() && visible.length() < LONGEST; index++) {
      char character = text.charAt(index);
      boolean isAtEnd = index == 0 || index == text.length() - 1;
      if (character == FileContent.UNDECODABLE) {
        visible.append('\uFFFD');
      } else if (character == ' ') {
        visible.append(isAtEnd ? '␣' : ' ');
      } else if (Blanks.isBlank(character)) {
        visible.append("\\u%04X".formatted((int) character));
      } else {
        visible.append(character);
      }
    }
    return text.length() > index
        ? visible + "… (%,d characters)".formatted(text.length())
        : visible.toString();
  }

  /** The same of a column. */
  static Column text(Column text) {
    return functions.udf(FUNCTION, DataTypes.StringType).apply(text);
  }
}
