package io.tongqi.claims;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * What a rounded number may stand for, both ends included, since nobody says how halves were
 * rounded: −39.4 stands for −39.45 to −39.35.
 */
public record Rounding(BigDecimal low, BigDecimal high) {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  /** Everything up to some end; a bound may be null where there is none. */
  static final Rounding ANY = new Rounding(null, null);

  /**
   * What a number stands for that is rounded to multiples of a precision.
   *
   * @param precision such as 0.1; not negative
   */
  public static Rounding of(BigDecimal value, BigDecimal precision) {
    BigDecimal half = precision.divide(TWO);
    return new Rounding(value.subtract(half), value.add(half));
  }

  static Rounding exactly(BigDecimal value) {
    return new Rounding(value, value);
  }

  static Rounding atLeast(BigDecimal value) {
    return new Rounding(value, null);
  }

  static Rounding atMost(BigDecimal value) {
    return new Rounding(null, value);
  }

  /** Whether a computed value may have been rounded to it. */
  boolean contains(BigDecimal value) {
    return (low == null || value.compareTo(low) >= 0)
        && (high == null || value.compareTo(high) <= 0);
  }

  /** What both allow; where that is nothing, its low end is above its high end. */
  Rounding and(Rounding other) {
    return new Rounding(
        low == null || (other.low != null && other.low.compareTo(low) > 0) ? other.low : low,
        high == null || (other.high != null && other.high.compareTo(high) < 0) ? other.high : high);
  }

  boolean isAny() {
    return low == null && high == null;
  }

  boolean isEmpty() {
    return low != null && high != null && low.compareTo(high) > 0;
  }

  /** Whether it lacks an end. */
  boolean isOpen() {
    return low == null || high == null;
  }

  /** Whether all of it is less than a number. */
  boolean isBelow(BigDecimal number) {
    return high != null && number.compareTo(high) > 0;
  }

  /** Whether a whole number, not below zero, lies in it. */
  boolean holdsWholeNumber() {
    BigDecimal first =
        low == null || low.signum() < 0 ? BigDecimal.ZERO : low.setScale(0, RoundingMode.CEILING);
    return high == null || first.compareTo(high) <= 0;
  }

  /** What a number becomes when it changes by so many percent. */
  Rounding ofChanged(BigDecimal prior) {
    return new Rounding(changed(prior, low), changed(prior, high));
  }

  /** The sums of a number and what it stands for. */
  Rounding plus(BigDecimal number) {
    return new Rounding(
        low == null ? null : low.add(number), high == null ? null : high.add(number));
  }

  /** So many percent of a number. */
  Rounding percentOf(BigDecimal whole) {
    return new Rounding(share(whole, low), share(whole, high));
  }

  private static BigDecimal changed(BigDecimal prior, BigDecimal percent) {
    return percent == null ? null : prior.add(share(prior, percent));
  }

  private static BigDecimal share(BigDecimal whole, BigDecimal percent) {
    return percent == null
        ? null
        : whole.multiply(percent).movePointLeft(2).round(MathContext.DECIMAL64);
  }

  /** Both ends, as a reader writes them. */
  @Override
  public String toString() {
    return text(low) + ".." + text(high);
  }

  private static String text(BigDecimal end) {
    return end == null ? "" : end.toPlainString();
  }
}
