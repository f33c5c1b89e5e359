package io.tongqi.ingest;

import io.tongqi.settings.CsvOptions;

/**
 * Whether a quote is open at the end of a line, read line by line: by the rules of the library that
 * reads the fields, to which a quote opens at the beginning of a field only, and one that is
 * neither escaped nor at the end of its field makes that field a plain one.
 */
final class QuoteState {
  private enum Place {
    FIELD_START,
    PLAIN,
    QUOTED
  }

  private final char delimiter;
  private final char quote;
  private final char escape;
  private Place place = Place.FIELD_START;
  private boolean isSound = true;

  /** At the beginning of a record. */
  QuoteState(CsvOptions options, char delimiter) {
    this.delimiter = delimiter;
    this.quote = options.quote();
    this.escape = options.escape();
  }

  /** Whether every quote so far was escaped, or opened or closed a field. */
  boolean isSound() {
    return isSound;
  }

  /** Reads on; tells whether the record goes on in the next line. */
  boolean isOpenAfter(String line) {
    int index = 0;
    while (index < line.length()) {
      char character = line.charAt(index);
      char next = index + 1 < line.length() ? line.charAt(index + 1) : delimiter;
      index++;
      switch (place) {
        case FIELD_START -> place = character == quote ? Place.QUOTED : after(character);
        case PLAIN -> place = after(character);
        case QUOTED -> {
          if (character == escape && next == quote && index < line.length()) {
            index++;
          } else if (character == quote && next != delimiter) {
            place = Place.PLAIN;
            isSound = false;
          } else if (character == quote) {
            place = Place.FIELD_START;
            index++;
          }
        }
      }
    }
    if (place != Place.QUOTED) {
      place = Place.FIELD_START;
    }
    return place == Place.QUOTED;
  }

  private Place after(char character) {
    return character == delimiter ? Place.FIELD_START : Place.PLAIN;
  }
}
