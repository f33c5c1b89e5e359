package io.tongqi.comparison;

import io.tongqi.domain.Indicator;
import java.util.Comparator;

/**
 * The exact order of values: rates by their fractions, never by their rounded quotients; zero days
 * by the days that are not zero and runs as they are, one of a whole window like any other such, so
 * that a leap day decides nothing.
 */
final class ExactOrder {
  private static final Comparator<YearValue> BY_VALUE =
      Comparator.comparingDouble(value -> value.value() + 0.0);
  private static final Comparator<YearValue> BY_FRACTION = ExactOrder::compareFractions;
  private static final Comparator<YearValue> BY_OTHER_DAYS =
      Comparator.comparingDouble(value -> value.value() - value.days());
  private static final Comparator<YearValue> BY_RUN =
      Comparator.comparingDouble(
          value -> value.value() == value.days() ? Double.POSITIVE_INFINITY : value.value());

  private ExactOrder() {}

  /**
   * Best first.
   *
   * @param indicator one with a better direction
   * @throws IllegalArgumentException if the metric has no better direction
   */
  static Comparator<YearValue> bestFirst(Indicator indicator) {
    return switch (indicator.better()) {
      case LOWER -> ascending(indicator);
      case HIGHER -> ascending(indicator).reversed();
      case NEUTRAL ->
          throw new IllegalArgumentException(
              "Ranking %s: it has no better direction; leave its ranks null"
                  .formatted(indicator.column()));
    };
  }

  private static Comparator<YearValue> ascending(Indicator indicator) {
    return switch (indicator.kind()) {
      case COUNT, MONEY -> BY_VALUE;
      case RATE -> BY_FRACTION;
      case DAYS -> BY_OTHER_DAYS;
      case RUN -> BY_RUN;
    };
  }

  /** Cross-multiplies in 128 bits; denominators are above 0. */
  private static int compareFractions(YearValue one, YearValue other) {
    long high = Math.multiplyHigh(one.numerator(), other.denominator());
    long otherHigh = Math.multiplyHigh(other.numerator(), one.denominator());
    if (high != otherHigh) {
      return Long.compare(high, otherHigh);
    }
    return Long.compareUnsigned(
        one.numerator() * other.denominator(), other.numerator() * one.denominator());
  }
}
