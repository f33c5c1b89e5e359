package io.tongqi.domain;

/** What to do with a record whose station or category is not in the reference data. */
public enum UnknownCodes {
  /** Reject the line with that reason. */
  QUARANTINE,
  /** Book it for the station or category `unknown`. */
  UNKNOWN
}
