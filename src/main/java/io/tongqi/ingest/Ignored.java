package io.tongqi.ingest;

import java.util.Locale;

/** What a line is that is no record; it is counted, and changes nothing else. */
public enum Ignored {
  /** The mapping says so by its key {@code ignore}. */
  BY_MAPPING,
  /** The file's own header again. */
  HEADER,
  /** Nothing but NUL characters or the DOS end mark. */
  PADDING,
  /** Nothing but blanks and delimiters. */
  BLANK;

  /** The kind as it stands in the run's report. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
