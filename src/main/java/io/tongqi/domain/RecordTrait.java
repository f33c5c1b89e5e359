package io.tongqi.domain;

import java.util.Locale;

/** What a statement says of single records. */
public enum RecordTrait {
  /** The case was cleared within an hour of its report, its whole loss recovered by then. */
  CLEARED_AND_RECOVERED_WITHIN_1H;

  /** Its name in files. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
