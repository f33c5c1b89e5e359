package io.tongqi.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What keeps the years from being compared, in words. */
final class Problems {
  private static final Reason ONE_YEAR =
      new Reason("只设定比较一年，没有往年可比", "only one year is to be compared");
  private static final Reason MISSING = new Reason("缺少%s的同期值", "no value is given for %s");
  private static final Reason NOTHING_TO_DIVIDE_BY =
      new Reason("%s的分母不大于零，比率无从计算", "the denominator is not above zero in %s");
  private static final Reason NO_VALUE = new Reason("%s没有数值", "there is no value for %s");

  private Problems() {}

  /** Every problem with the years it concerns; empty if all years can be compared. */
  static List<Reason> of(ComparedYears compared) {
    List<Reason> problems = new ArrayList<>();
    if (compared.years() == 1) {
      problems.add(ONE_YEAR);
    }
    if (compared.comparable().size() == compared.years()) {
      return problems;
    }
    add(problems, MISSING, compared.missing());
    for (Availability availability : Availability.values()) {
      if (availability != Availability.COVERED) {
        add(
            problems,
            availability.problem(),
            years(compared, y -> y.availability() == availability));
      }
    }
    Predicate<YearValue> isUnusable = y -> y.isCovered() && !y.isComparable();
    Predicate<YearValue> isRateOfNothing = YearValue::hasNothingToDivideBy;
    add(problems, NOTHING_TO_DIVIDE_BY, years(compared, isUnusable.and(isRateOfNothing)));
    add(problems, NO_VALUE, years(compared, isUnusable.and(isRateOfNothing.negate())));
    return problems;
  }

  private static void add(List<Reason> problems, Reason problem, List<Integer> years) {
    if (!years.isEmpty()) {
      problems.add(problem.with(YearText.runs(years)));
    }
  }

  private static List<Integer> years(ComparedYears compared, Predicate<YearValue> filter) {
    return ComparedYears.yearsOf(compared.held().stream().filter(filter).toList());
  }
}
