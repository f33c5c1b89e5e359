package io.tongqi.domain;

import java.util.Locale;

/** The additive figures of the ledger, in the order of its columns. */
public enum Measure {
  INCIDENTS_REPORTED,
  INCIDENTS_OCCURRED,
  CASES_FILED,
  CASES_CLEARED,
  DEATHS,
  INJURIES,
  LOSS_CENTS,
  RECOVERED_CENTS,
  ARRIVALS_TIMED,
  ARRIVED_WITHIN_60S,
  ARRIVED_WITHIN_180S,
  ARRIVED_WITHIN_300S,
  CLEARANCES_TIMED,
  CLEARED_WITHIN_1H,
  CLEARED_WITHIN_24H;

  private final String column = name().toLowerCase(Locale.ROOT);

  /** The name of its column in the ledger and its roll-ups, and in a mapping's `books`. */
  public String column() {
    return column;
  }
}
