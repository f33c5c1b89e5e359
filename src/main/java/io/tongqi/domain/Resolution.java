package io.tongqi.domain;

/** How exactly a source dates what it books. */
public enum Resolution {
  /** To the day. */
  DAY,
  /** To the calendar month. */
  MONTH,
  /** To the calendar year. */
  YEAR
}
