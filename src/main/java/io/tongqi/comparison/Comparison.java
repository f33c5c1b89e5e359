package io.tongqi.comparison;

import io.tongqi.domain.Indicator;
import java.util.List;

/** Compares the same period of several years. */
public final class Comparison {
  private Comparison() {}

  /**
   * Compares the current year with the years before it.
   *
   * @param indicator what is compared
   * @param years how many years a claim must rest on, the current one included
   * @param newestFirst the values by descending year, the current one first; a year left out counts
   *     as missing, one that lies further back than {@code years} is left out of account
   * @throws IllegalArgumentException if no year is given, they are not newest first, or a rate has
   *     a value but no numerator or denominator
   */
  public static ComparisonResult of(Indicator indicator, int years, List<YearValue> newestFirst) {
    ComparedYears compared = ComparedYears.of(indicator, years, newestFirst);
    YearValue current = compared.current();
    YearValue prior = compared.prior();
    Change change = Change.between(indicator, current, prior);
    Ranking ranking = Ranking.of(compared);
    Verdict verdict = Verdict.of(compared, ranking);
    return new ComparisonResult(
        current.value(),
        prior != null && prior.isComparable() ? prior.value() : null,
        change.absolute(),
        change.percent(),
        change.points(),
        change.perDayPercent(),
        compared.rankable().size(),
        ranking.rank(),
        value(ranking.best()),
        YearText.list(ComparedYears.yearsOf(ranking.best())),
        value(ranking.worst()),
        YearText.list(ComparedYears.yearsOf(ranking.worst())),
        verdict.standing(),
        verdict.reason().zh(),
        verdict.reason().en(),
        change.pValue(),
        change.withinChance());
  }

  private static Double value(List<YearValue> ties) {
    return ties.isEmpty() ? null : ties.get(0).value();
  }
}
