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
 * @param availability whether the value can be compared
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
    Availability availability,
    long linesInQuarantine,
    boolean isOneRecordALine) {

  /** A value in whose quarantine each line stands for one record. */
  public YearValue(
      int year,
      Double value,
      Long numerator,
      Long denominator,
      int days,
      Availability availability,
      long linesInQuarantine) {
    this(year, value, numerator, denominator, days, availability, linesInQuarantine, true);
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

  /** Whether it takes part in a comparison: wholly covered, and with a value. */
  public boolean isComparable() {
    return isCovered() && value != null && !hasNothingToDivideBy();
  }

  /** Whether every day of its window is delivered. */
  public boolean isCovered() {
    return availability == Availability.COVERED;
  }

  /** Whether it is a rate of nothing; reversals in a signed ledger can leave less than nothing. */
  boolean hasNothingToDivideBy() {
    return denominator != null && denominator <= 0;
  }
}
