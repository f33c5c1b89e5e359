package io.tongqi.domain;

import java.util.Locale;

/** How a source delivers its records. */
public enum Mode {
  /** Rows are versions of records, keyed by their number. */
  CHANGES,
  /** Rows are signed entries without a key; all are booked, identical ones too. */
  LEDGER,
  /** Each delivery is the whole picture of the days that it covers. */
  SNAPSHOT;

  private final String column = name().toLowerCase(Locale.ROOT);

  /** How the tables name it. */
  public String column() {
    return column;
  }
}
