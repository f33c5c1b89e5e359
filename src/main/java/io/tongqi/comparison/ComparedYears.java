package io.tongqi.comparison;

import io.tongqi.domain.Indicator;
import io.tongqi.domain.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The years of one comparison.
 *
 * @param indicator what is compared
 * @param years how many years are to be compared, the current one included
 * @param held those given, newest first; the first is the current one
 * @param rankable those of them that can be ranked
 */
record ComparedYears(
    Indicator indicator, int years, List<YearValue> held, List<YearValue> rankable) {

  /**
   * Checks and keeps the years that are to be compared.
   *
   * @throws IllegalArgumentException if no year is given, they are not newest first, or a rate has
   *     no fraction
   */
  static ComparedYears of(Indicator indicator, int years, List<YearValue> newestFirst) {
    if (years < 1 || newestFirst.isEmpty()) {
      throw new IllegalArgumentException(
          "Comparing %s: %d of %d years given; give the current year at least"
              .formatted(indicator.column(), newestFirst.size(), years));
    }
    for (int i = 1; i < newestFirst.size(); i++) {
      if (newestFirst.get(i).year() >= newestFirst.get(i - 1).year()) {
        throw new IllegalArgumentException(
            "Comparing %s: year %d follows year %d; give each year once, newest first"
                .formatted(
                    indicator.column(), newestFirst.get(i).year(), newestFirst.get(i - 1).year()));
      }
    }
    int first = newestFirst.get(0).year() - years + 1;
    List<YearValue> held = new ArrayList<>(newestFirst.size());
    List<YearValue> rankable = new ArrayList<>(newestFirst.size());
    for (YearValue value : newestFirst) {
      requireFraction(indicator, value);
      if (value.year() >= first) {
        held.add(value);
        if (value.isRankable()) {
          rankable.add(value);
        }
      }
    }
    return new ComparedYears(indicator, years, held, rankable);
  }

  /**
   * Refuses a rate that cannot be ranked exactly.
   *
   * @throws IllegalArgumentException if a rate has a value but no numerator or denominator
   */
  static void requireFraction(Indicator indicator, YearValue value) {
    boolean isFraction = value.numerator() != null && value.denominator() != null;
    if (indicator.kind() == Kind.RATE && value.value() != null && !isFraction) {
      throw new IllegalArgumentException(
          "Comparing %s: year %d has value %s without its fraction; give numerator and denominator"
              .formatted(indicator.column(), value.year(), value.value()));
    }
  }

  /** The current year. */
  YearValue current() {
    return held.get(0);
  }

  /** The year before the current one, null if it is not given. */
  YearValue prior() {
    for (YearValue value : held) {
      if (value.year() == current().year() - 1) {
        return value;
      }
    }
    return null;
  }

  /** The earliest year that is to be compared. */
  int firstYear() {
    return current().year() - years + 1;
  }

  /** The years that no value is given for. */
  List<Integer> missing() {
    List<Integer> given = yearsOf(held);
    return IntStream.rangeClosed(firstYear(), current().year())
        .boxed()
        .filter(year -> !given.contains(year))
        .toList();
  }

  /** The years of some values, ascending. */
  static List<Integer> yearsOf(List<YearValue> values) {
    List<Integer> years = new ArrayList<>(values.size());
    values.forEach(value -> years.add(value.year()));
    years.sort(null);
    return years;
  }
}
