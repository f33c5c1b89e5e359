package io.tongqi.domain;

/** What the value of a metric is. */
public enum Kind {
  /** A whole number of incidents, cases or persons. */
  COUNT,
  /** A share: 1 is 100 %; some may exceed 1. */
  RATE,
  /** Cents. */
  MONEY,
  /** How many days of the window are such. */
  DAYS,
  /** How many days one after the other are such. */
  RUN
}
