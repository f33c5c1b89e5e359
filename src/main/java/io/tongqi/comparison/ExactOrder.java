package io.tongqi.comparison;

import io.tongqi.domain.Kind;
import io.tongqi.domain.Metric;
import java.util.Comparator;

/** The exact order of values: rates by their fractions, never by their rounded quotients. */
final class ExactOrder {
  private static final Comparator<YearValue> BY_VALUE =
      Comparator.comparingDouble(value -> value.value() + 0.0);
  private static final Comparator<YearValue> BY_FRACTION = ExactOrder::compareFractions;

  private ExactOrder() {}

  /**
   * Best first.
   *
   * @param metric one with a better direction
   * @throws IllegalArgumentException if the metric has no better direction
   */
  static Comparator<YearValue> bestFirst(Metric metric) {
    return switch (metric.better()) {
      case LOWER -> ascending(metric);
      case HIGHER -> ascending(metric).reversed();
      case NEUTRAL ->
          throw new IllegalArgumentException(
              "Ranking %s: it has no better direction; leave its ranks null"
                  .formatted(metric.column()));
    };
  }

  private static Comparator<YearValue> ascending(Metric metric) {
    return metric.kind() == Kind.RATE ? BY_FRACTION : BY_VALUE;
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
