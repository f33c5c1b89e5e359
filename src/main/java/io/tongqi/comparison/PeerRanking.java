package io.tongqi.comparison;

import io.tongqi.domain.Better;
import io.tongqi.domain.Metric;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Ranks the areas of one level in one window of one year. */
public final class PeerRanking {
  private static final PeerRank NONE = new PeerRank(null, null);

  private PeerRanking() {}

  /**
   * Ranks areas by exact value. No ranking is possible unless all areas are covered, at least two
   * have a value, and the metric has a better direction. An area that is covered but has no value,
   * such as a rate of nothing, has no rank and is not counted.
   *
   * @param metric what is ranked
   * @param areas the value of each area of the level
   * @return the rank of each area, in the order given
   * @throws IllegalArgumentException if a rate has a value but no numerator or denominator
   */
  public static Map<String, PeerRank> of(Metric metric, Map<String, YearValue> areas) {
    areas.values().forEach(value -> ComparedYears.requireFraction(metric, value));
    List<YearValue> ranked = areas.values().stream().filter(YearValue::isComparable).toList();
    boolean isRankable =
        metric.better() != Better.NEUTRAL
            && ranked.size() > 1
            && areas.values().stream().allMatch(YearValue::isCovered);
    Map<String, PeerRank> ranks = new LinkedHashMap<>();
    if (!isRankable) {
      areas.keySet().forEach(area -> ranks.put(area, NONE));
      return ranks;
    }
    Map<YearValue, Integer> places = places(ranked, ExactOrder.bestFirst(metric));
    areas.forEach(
        (area, value) ->
            ranks.put(
                area,
                new PeerRank(value.isComparable() ? places.get(value) : null, ranked.size())));
    return ranks;
  }

  /** One more than the number of better ones, for each value; equal ones are one key. */
  private static Map<YearValue, Integer> places(
      List<YearValue> ranked, Comparator<YearValue> bestFirst) {
    List<YearValue> sorted = ranked.stream().sorted(bestFirst).toList();
    Map<YearValue, Integer> places = new TreeMap<>(bestFirst);
    for (int better = 0; better < sorted.size(); better++) {
      places.putIfAbsent(sorted.get(better), better + 1);
    }
    return places;
  }
}
