package io.tongqi.domain;

import java.util.Locale;

/** What it means that two files of signed entries answer for the same days. */
public enum Overlap {
  /** Both are booked. */
  ADDS,
  /** Of each day the entries of the file that was delivered last are booked. */
  NEWEST;

  private final String column = name().toLowerCase(Locale.ROOT);

  /** How the tables name it. */
  public String column() {
    return column;
  }
}
