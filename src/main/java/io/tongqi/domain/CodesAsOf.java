package io.tongqi.domain;

/** Whose holder of a station code a record means: that of which day. */
public enum CodesAsOf {
  /** Of the first known day of filing, report and occurrence. */
  EVENT,
  /** Of the day on which the record was first recorded with this code. */
  RECORDED_AT
}
