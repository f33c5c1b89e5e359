package io.tongqi.ingest;

import org.apache.spark.unsafe.types.UTF8String;

/**
 * What stands around a value without being any of it: blanks of every kind and width (no-break,
 * ideographic, none), tabs, control characters, byte order marks.
 */
final class Blanks {
  private static final String LEADS = "\u00C2\u00E1\u00E2\u00E3\u00EF";

  private Blanks() {}

  /** Whether a character is one of them. */
  static boolean isBlank(int character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || Character.isISOControl(character)
        || Character.getType(character) == Character.FORMAT;
  }

  /** The text without blanks around it. */
  static String trimmed(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (from < to && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  /** The part of a text in UTF-8 without blanks around it; null where nothing else is there. */
  static UTF8String trimmed(byte[] text, int start, int end) {
    int from = start;
    int to = end;
    for (int width = 1; from < to && width > 0; from += width) {
      width = widthAt(text, from, to);
    }
    for (int width = 1; from < to && width > 0; to -= width) {
      width = widthBefore(text, from, to);
    }
    return from == to ? null : UTF8String.fromBytes(text, from, to - from);
  }

  /** The same of a whole text. */
  static UTF8String trimmed(byte[] text) {
    return trimmed(text, 0, text.length);
  }

  /** Whether a part of a text in UTF-8 holds nothing but blanks and this character below 128. */
  static boolean isBlank(byte[] text, int start, char but) {
    int at = start;
    while (at < text.length) {
      int width = text[at] == but ? 1 : widthAt(text, at, text.length);
      if (width == 0) {
        return false;
      }
      at += width;
    }
    return true;
  }

  /** How many bytes the blank takes that begins here; 0 where none does. */
  private static int widthAt(byte[] text, int at, int end) {
    int lead = text[at];
    if (lead >= 0) {
      return lead <= ' ' || lead == 0x7F ? 1 : 0;
    }
    lead &= 0xFF;
    if (LEADS.indexOf(lead) < 0) {
      return 0;
    }
    int width = lead == 0xC2 ? 2 : 3;
    if (at + width > end) {
      return 0;
    }
    int character =
        width == 2
            ? ((lead & 0x1F) << 6) | (text[at + 1] & 0x3F)
            : ((lead & 0x0F) << 12) | ((text[at + 1] & 0x3F) << 6) | (text[at + 2] & 0x3F);
    return isBlank(character) ? width : 0;
  }

  /** How many bytes the blank takes that ends here; 0 where none does. */
  private static int widthBefore(byte[] text, int start, int at) {
    int lead = at - 1;
    while (lead > start && lead > at - 3 && (text[lead] & 0xC0) == 0x80) {
      lead--;
    }
    int width = widthAt(text, lead, at);
    return width == at - lead ? width : 0;
  }
}
