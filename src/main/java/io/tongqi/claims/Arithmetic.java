package io.tongqi.claims;

import io.tongqi.domain.Bilingual;
import io.tongqi.domain.Comparator;
import io.tongqi.domain.Indicator;
import io.tongqi.domain.Metric;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whether the numbers that are stated of one figure can be true together, whatever the records say:
 * counts are whole numbers, a part is not more than its whole, and a change is what lies between
 * two values.
 */
record Arithmetic(Indicator indicator, Stated stated) {
  /** Beyond so many, every percentage with two decimals has a whole number that fits. */
  private static final int LIMIT = 100_000;

  private static final int SMALL = 100;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** What the numbers may be that are stated of one figure; anything where none is stated. */
  record Stated(
      Rounding value,
      Rounding prior,
      Rounding change,
      Rounding percent,
      Rounding points,
      Rounding numerator,
      Rounding denominator) {
    static Stated of(List<Statement> statements) {
      Rounding ends =
          all(statements, Comparator.AT_LEAST, it -> Rounding.atLeast(it.value()))
              .and(all(statements, Comparator.AT_MOST, it -> Rounding.atMost(it.value())));
      return new Stated(
          all(statements, Comparator.EQUALS, Statement::stated).and(ends),
          all(statements, Comparator.PRIOR, Statement::stated),
          all(statements, Comparator.CHANGE, Statement::stated),
          all(statements, Comparator.CHANGE_PCT, Statement::stated),
          all(statements, Comparator.CHANGE_POINTS, Statement::stated),
          all(statements, Comparator.NUMERATOR, Statement::stated),
          all(statements, Comparator.DENOMINATOR, Statement::stated));
    }

    private static Rounding all(
        List<Statement> statements, Comparator comparator, Function<Statement, Rounding> meaning) {
      return statements.stream()
          .filter(it -> it.comparator() == comparator)
          .map(meaning)
          .reduce(Rounding.ANY, Rounding::and);
    }

    private boolean isTwofold() {
      return List.of(value, prior, change, percent, points, numerator, denominator).stream()
          .anyMatch(Rounding::isEmpty);
    }

    /** The same with the change in percent read as one in percentage points, and the reverse. */
    private Stated confused() {
      return new Stated(
          value,
          prior,
          change,
          /* percent= */ points,
          /* points= */ percent,
          numerator,
          denominator);
    }
  }

  /** What cannot be true, in words; empty where all of it can. */
  Optional<Bilingual> contradiction() {
    if (stated.isTwofold()) {
      return Optional.of(
          new Bilingual(
              "同一数字有两种说法，不能同时成立",
              "the same number is stated in two ways that cannot both be true"));
    }
    return switch (indicator.kind()) {
      case COUNT, DAYS, RUN ->
          smallestPrior().isPresent() ? Optional.empty() : Optional.of(noWholeNumbers());
      case RATE -> contradictionOfRate();
      case MONEY -> canBeChanged() ? Optional.empty() : Optional.of(disagreement());
    };
  }

  private Bilingual noWholeNumbers() {
    return stated.percent.isAny()
        ? disagreement()
        : new Bilingual("没有这样大小的整数能得出%1的变化", "no whole numbers of that size change by %1")
            .filled(percent(stated.percent));
  }

  private static Bilingual percent(Rounding percent) {
    return new Bilingual(percent + "%", percent + " %");
  }

  private static Bilingual disagreement() {
    return new Bilingual(
        "本期数、上年同期数与增减对不上", "the value, that of the year before and the change do not agree");
  }

  private Optional<Bilingual> contradictionOfRate() {
    boolean isBounded = indicator != Metric.CLEARANCE_RATE && indicator != Metric.RECOVERY_RATE;
    Rounding value = isBounded ? stated.value.and(Rounding.atMost(HUNDRED)) : stated.value;
    if (value.isEmpty()) {
      return Optional.of(new Bilingual("该比率不会超过100%", "this rate cannot exceed 100 %"));
    }
    if (!stated.denominator.isAny() && !canBeShare(value)) {
      return Optional.of(
          new Bilingual("分子、分母与比率对不上", "the number, of how many, and the rate do not agree"));
    }
    if (canBeChanged()) {
      return Optional.empty();
    }
    boolean isConfused = new Arithmetic(indicator, stated.confused()).canBeChanged();
    return Optional.of(isConfused ? confusion() : disagreement());
  }

  private Bilingual confusion() {
    return stated.percent.isAny()
        ? new Bilingual("把百分比当成了百分点", "percent is taken for percentage points")
        : new Bilingual("把百分点当成了百分比", "percentage points are taken for percent");
  }

  /** The smallest number of the year before with which all that is stated of counts can be true. */
  Optional<BigDecimal> smallestPrior() {
    return numbers(lowestPrior().setScale(0, RoundingMode.CEILING), LIMIT)
        .takeWhile(it -> !stated.prior.isBelow(it))
        .filter(this::isPossiblePrior)
        .findFirst();
  }

  /** The numbers of the year before below a hundred with which a change can be true. */
  List<BigDecimal> smallPriors() {
    return numbers(BigDecimal.ONE, SMALL - 1).filter(this::isPossiblePrior).toList();
  }

  private static Stream<BigDecimal> numbers(BigDecimal first, int count) {
    return IntStream.range(0, count).mapToObj(it -> first.add(BigDecimal.valueOf(it)));
  }

  /** No number of the year before below this goes with the value and its change. */
  private BigDecimal lowestPrior() {
    BigDecimal lowest = BigDecimal.ZERO;
    if (stated.prior.low() != null) {
      lowest = lowest.max(stated.prior.low());
    }
    BigDecimal least = stated.value.low();
    if (least != null && stated.percent.high() != null) {
      BigDecimal factor = HUNDRED.add(stated.percent.high()).movePointLeft(2);
      lowest = factor.signum() > 0 ? lowest.max(quotient(least, factor)) : lowest;
    }
    if (least != null && stated.change.high() != null) {
      lowest = lowest.max(least.subtract(stated.change.high()));
    }
    return lowest;
  }

  private boolean isPossiblePrior(BigDecimal before) {
    if (!stated.prior.contains(before) || (!stated.percent.isAny() && before.signum() == 0)) {
      return false;
    }
    Rounding now =
        stated.value.and(stated.change.plus(before)).and(stated.percent.ofChanged(before));
    return now.holdsWholeNumber();
  }

  private boolean canBeShare(Rounding percent) {
    BigDecimal first = stated.denominator.low().max(BigDecimal.ONE);
    return numbers(first.setScale(0, RoundingMode.CEILING), LIMIT)
        .takeWhile(it -> !stated.denominator.isBelow(it))
        .anyMatch(all -> stated.numerator.and(percent.percentOf(all)).holdsWholeNumber());
  }

  /** Whether value, prior value and change of what is no whole number can be true together. */
  private boolean canBeChanged() {
    Rounding now = stated.value;
    Rounding before = stated.prior;
    if (now.isOpen() || before.isOpen()) {
      return true;
    }
    Rounding difference =
        new Rounding(now.low().subtract(before.high()), now.high().subtract(before.low()));
    Rounding relative =
        before.low().signum() <= 0
            ? Rounding.ANY
            : new Rounding(change(now.low(), before.high()), change(now.high(), before.low()));
    return !difference.and(stated.change).isEmpty()
        && !difference.and(stated.points).isEmpty()
        && !relative.and(stated.percent).isEmpty();
  }

  private static BigDecimal change(BigDecimal now, BigDecimal before) {
    return quotient(now.subtract(before).multiply(HUNDRED), before);
  }

  private static BigDecimal quotient(BigDecimal number, BigDecimal divisor) {
    return number.divide(divisor, MathContext.DECIMAL64);
  }
}
