package io.tongqi.comparison;

import io.tongqi.domain.Bilingual;
import io.tongqi.domain.Indicator;
import io.tongqi.domain.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What keeps the years from being compared, in words. */
final class Problems {
  private static final Bilingual ONE_YEAR =
      new Bilingual("只设定比较一年，没有往年可比", "only one year is to be compared");
  private static final Bilingual MISSING = new Bilingual("缺少%s的同期值", "no value is given for %s");
  private static final Bilingual NO_VALUE = new Bilingual("%s没有数值", "there is no value for %s");

  /** A problem in words; told in the order of what can be compared, values as such last. */
  private record Problem(Availability availability, Bilingual words)
      implements Comparable<Problem> {
    private static final Comparator<Problem> ORDER =
        Comparator.<Problem, Boolean>comparing(it -> it.availability == Availability.COVERED)
            .thenComparing(Problem::availability)
            .thenComparing(it -> it.words.en());

    @Override
    public int compareTo(Problem other) {
      return ORDER.compare(this, other);
    }
  }

  private Problems() {}

  /** Every problem with the years it concerns; empty if all years can be ranked. */
  static List<Bilingual> of(ComparedYears compared) {
    List<Bilingual> problems = new ArrayList<>();
    if (compared.years() == 1) {
      problems.add(ONE_YEAR);
    }
    if (compared.rankable().size() == compared.years()) {
      return problems;
    }
    if (!compared.missing().isEmpty()) {
      problems.add(MISSING.with(YearText.runs(compared.missing())));
    }
    Map<Problem, List<YearValue>> years = new TreeMap<>();
    for (YearValue value : compared.held()) {
      if (!value.isRankable()) {
        years
            .computeIfAbsent(problem(compared.indicator(), value), key -> new ArrayList<>())
            .add(value);
      }
    }
    years.forEach(
        (problem, values) ->
            problems.add(problem.words().with(YearText.runs(ComparedYears.yearsOf(values)))));
    return problems;
  }

  private static Problem problem(Indicator indicator, YearValue value) {
    return new Problem(
        value.availability(),
        value.isCovered() ? unusable(indicator, value) : CoverageText.of(value));
  }

  /** Why a value that all deliveries carry cannot be ranked. */
  private static Bilingual unusable(Indicator indicator, YearValue value) {
    if (indicator.kind() != Kind.RATE) {
      return value.value() == null ? NO_VALUE : withdrawn(MeasureText.whole(indicator));
    }
    MeasureText part = MeasureText.part(indicator);
    MeasureText whole = MeasureText.whole(indicator);
    if (value.numerator() == null || value.denominator() == null) {
      return NO_VALUE;
    }
    if (value.denominator() == 0) {
      return new Bilingual("%s没有" + whole.noun().zh(), "nothing was " + whole.verb() + " in %s");
    }
    if (value.denominator() < 0) {
      return withdrawn(whole);
    }
    if (value.numerator() < 0) {
      return withdrawn(part);
    }
    return value.isAboveOne() ? more(indicator) : NO_VALUE;
  }

  /** That a rate is above 100 %, with a place for the years. */
  static Bilingual more(Indicator indicator) {
    MeasureText part = MeasureText.part(indicator);
    MeasureText whole = MeasureText.whole(indicator);
    return new Bilingual(
        "%s" + part.noun().zh() + "多于" + whole.noun().zh(),
        "more was " + part.verb() + " than " + whole.verb() + " in %s");
  }

  private static Bilingual withdrawn(MeasureText measure) {
    return new Bilingual(
        "%s" + measure.noun().zh() + "的撤销多于登记，合计小于零",
        "more was withdrawn than " + measure.verb() + " in %s, a sum below zero");
  }
}
