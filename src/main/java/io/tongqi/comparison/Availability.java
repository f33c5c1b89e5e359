package io.tongqi.comparison;

/** Whether the value of a year can be compared, and if not, why. */
public enum Availability {
  /** Every day of the window is delivered by every source of the metric. */
  COVERED,
  /** No day of the window is covered. */
  NOT_HELD,
  /** Only some days of the window are covered. */
  PARTLY_COVERED,
  /** The year has no such window, as ISO week 53. */
  WINDOW_UNDEFINED,
  /** The area began after the window, or inside it. */
  NOT_BEGUN,
  /** The area ended before the window, or inside it. */
  ENDED,
  /** The area or the category group was another one. */
  NOT_COMPARABLE,
  /** A source dates by month or year, and the window or the metric needs days. */
  TOO_COARSE,
  /** No source books the measures of the metric. */
  NOT_BOOKED,
  /** Nothing tells what was known by the cut at equal age. */
  BEFORE_VERSIONS;

  /** How much it says of why a value cannot be compared. */
  int severity() {
    return switch (this) {
      case COVERED -> 0;
      case BEFORE_VERSIONS -> 1;
      case PARTLY_COVERED -> 2;
      case NOT_HELD -> 3;
      case NOT_COMPARABLE -> 4;
      case TOO_COARSE -> 5;
      case NOT_BOOKED -> 6;
      case NOT_BEGUN, ENDED -> 7;
      case WINDOW_UNDEFINED -> 8;
    };
  }
}
