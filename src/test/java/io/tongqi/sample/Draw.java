package io.tongqi.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Random choices that are the same on every machine and Java version for the same seed. */
final class Draw {
  private static final int PRECISION = 1 << 20;

  private final SplittableRandom bits;

  Draw(long seed) {
    bits = new SplittableRandom(seed);
  }

  /** A number from 0 up to but not including a bound. */
  int below(int bound) {
    return (int) ((bits.nextLong() >>> 1) % bound);
  }

  /** A number from low to high, both included. */
  int between(int low, int high) {
    return low + below(high - low + 1);
  }

  /** True in so many of a hundred cases. */
  boolean percent(double share) {
    return below(PRECISION) < share / 100 * PRECISION;
  }

  /** One of several. */
  <T> T of(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  /** One of several, the earlier ones more often. */
  <T> T mostlyFirst(List<T> choices) {
    return choices.get(Math.min(below(choices.size()), below(choices.size())));
  }

  /** A positive number around a median, as often halved as doubled. */
  long around(long median) {
    double sum = 0;
    for (int index = 0; index < 4; index++) {
      sum += (double) below(PRECISION) / PRECISION;
    }
    return Math.max(1, StrictMath.round(median * StrictMath.pow(2, 2 * (sum - 2))));
  }

  /** A whole number that is a fraction on average. */
  int rounded(double number) {
    int whole = (int) number;
    return percent((number - whole) * 100) ? whole + 1 : whole;
  }

  /** The same elements in random order. */
  <T> List<T> shuffled(List<T> elements) {
    List<T> shuffled = new ArrayList<>(elements);
    for (int index = shuffled.size() - 1; index > 0; index--) {
      T swapped = shuffled.get(index);
      int other = below(index + 1);
      shuffled.set(index, shuffled.get(other));
      shuffled.set(other, swapped);
    }
    return shuffled;
  }
}
