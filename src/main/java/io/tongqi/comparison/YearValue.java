package io.tongqi.comparison;

/**
 * The value of a metric in the window of one year.
 *
 * @param year the year of the window
 * @param value in the metric's own unit (counts, cents, days, or a share where 1 is 100 %); null if
 *     there is none, such as a rate of nothing
 * @param numerator of a rate, by which it is ranked exactly; null for other metrics
 * @param denominator of a rate; null for other metrics
 * @param days of the window, 0 if the year has no such window
 * @param coverage whether what is held carries the value, and what is missing
 * @param linesInQuarantine open rejected lines that could belong to the window
 * @param isOneRecordALine whether each of these lines stands for one record, not for a number of
 *     them
 */
public record YearValue(
    int year,
    Double value,
    Long numerator,
    Long denominator,
    int days,
    Coverage coverage,
    long linesInQuarantine,
    boolean isOneRecordALine) {

  /** A value in whose quarantine each line stands for one record, and no more to be told. */
  public YearValue(
      int year,
      Double value,
      Long numerator,
      Long denominator,
      int days,
      Availability availability,
      long linesInQuarantine) {
    this(
        year,
        value,
        numerator,
        denominator,
        days,
        Coverage.of(availability),
        linesInQuarantine,
        true);
  }

  /**
   * Checks the value.
   *
   * @throws IllegalArgumentException if the value is no finite number or a number is negative that
   *     cannot be
   */
  public YearValue {
    if (value != null && !Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "Comparing year %d: value %s is not a number; give null where a rate has no denominator"
              .formatted(year, value));
    }
    if (days < 0 || linesInQuarantine < 0) {
      throw new IllegalArgumentException(
          "Comparing year %d: %d days and %d lines in quarantine must not be negative; count them"
              .formatted(year, days, linesInQuarantine));
    }
  }

  /** Whether it can be set against another year: wholly covered, and with a value. */
  public boolean isComparable() {
    return isCovered() && value != null && (denominator == null || denominator > 0);
  }

  /** Whether it takes part in a ranking: comparable, and not below zero. */
  public boolean isRankable() {
    return isComparable() && !isBelowZero();
  }

  /** Whether more is withdrawn than was reported, as a signed ledger can have it. */
  public boolean isBelowZero() {
    return value != null && value < 0;
  }

  /** Whether every day of its window is delivered. */
  public boolean isCovered() {
    return availability() == Availability.COVERED;
  }

  /** Whether it can be compared as far as deliveries go, and if not, why. */
  public Availability availability() {
    return coverage.availability();
  }

  /** Whether it is a rate of which the part is more than the whole. */
  boolean isAboveOne() {
    return numerator != null && denominator != null && numerator > denominator;
  }
}
