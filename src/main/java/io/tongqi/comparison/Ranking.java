package io.tongqi.comparison;

import io.tongqi.domain.Better;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The order of the years that can be ranked.
 *
 * @param rank competition rank of the current year, 1 is best; null if it cannot be ranked
 * @param ties the other years of that rank
 * @param best the best year and its ties
 * @param next the second best and its ties
 * @param worst the worst year and its ties
 */
record Ranking(
    Integer rank,
    List<YearValue> ties,
    List<YearValue> best,
    List<YearValue> next,
    List<YearValue> worst) {
  private static final Ranking NONE = new Ranking(null, List.of(), List.of(), List.of(), List.of());

  /** Ranks the years; no ranks for a metric that has no better direction. */
  static Ranking of(ComparedYears compared) {
    if (compared.indicator().better() == Better.NEUTRAL || compared.rankable().isEmpty()) {
      return NONE;
    }
    Comparator<YearValue> bestFirst = ExactOrder.bestFirst(compared.indicator());
    List<YearValue> sorted = new ArrayList<>(compared.rankable());
    sorted.sort(bestFirst);
    List<YearValue> best = ties(sorted, sorted.get(0), bestFirst);
    List<YearValue> next =
        best.size() == sorted.size() ? List.of() : ties(sorted, sorted.get(best.size()), bestFirst);
    List<YearValue> worst = ties(sorted, sorted.get(sorted.size() - 1), bestFirst);
    YearValue current = compared.current();
    List<YearValue> ties =
        current.isRankable()
            ? ties(sorted, current, bestFirst).stream()
                .filter(it -> it.year() != current.year())
                .toList()
            : List.of();
    return new Ranking(rank(current, sorted, bestFirst), ties, best, next, worst);
  }

  /** What the values as they stand make of the current year. */
  RecordStanding standing() {
    if (next.isEmpty()) {
      return RecordStanding.ALL_EQUAL;
    }
    if (rank != 1) {
      return RecordStanding.NOT_BEST;
    }
    return ties.isEmpty() ? RecordStanding.BEST : RecordStanding.EQUALS_BEST;
  }

  /** One more than the number of better ones; null if the value cannot be ranked. */
  static Integer rank(YearValue value, List<YearValue> among, Comparator<YearValue> bestFirst) {
    if (!value.isRankable()) {
      return null;
    }
    int rank = 1;
    for (YearValue other : among) {
      rank += bestFirst.compare(other, value) < 0 ? 1 : 0;
    }
    return rank;
  }

  private static List<YearValue> ties(
      List<YearValue> sorted, YearValue value, Comparator<YearValue> bestFirst) {
    List<YearValue> ties = new ArrayList<>(1);
    for (YearValue other : sorted) {
      if (bestFirst.compare(other, value) == 0) {
        ties.add(other);
      }
    }
    return ties;
  }
}
