package io.tongqi.figures;

import io.tongqi.comparison.Comparison;
import io.tongqi.comparison.ComparisonResult;
import io.tongqi.comparison.PeerRank;
import io.tongqi.comparison.PeerRanking;
import io.tongqi.comparison.Vintages;
import io.tongqi.comparison.YearValue;
import io.tongqi.coverage.Evidence;
import io.tongqi.domain.Area;
import io.tongqi.domain.AreaLevel;
import io.tongqi.domain.Metric;
import io.tongqi.domain.Vintage;
import io.tongqi.reference.ReferenceData;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares a metric of all areas of one level, in both vintages. */
final class LevelComparison {
  private static final PeerRank NO_RANK = new PeerRank(null, null);

  /**
   * A comparison and the area's place among its peers.
   *
   * @param year the current year
   * @param result the comparison over the years
   * @param rank the place among the areas of today of the level
   */
  record Compared(int year, ComparisonResult result, PeerRank rank) {}

  private final Evidence evidence;
  private final LocalDate asOf;
  private final int years;

  LevelComparison(Evidence evidence, LocalDate asOf, int years) {
    this.evidence = evidence;
    this.asOf = asOf;
    this.years = years;
  }

  /**
   * Compares the values of a metric.
   *
   * @param values each area's, newest first
   * @param notBooked the areas that no source books the metric for: no peers can be ranked then
   */
  Map<AreaInVintage, Compared> compare(
      Metric metric, Map<AreaInVintage, List<YearValue>> values, Set<AreaInVintage> notBooked) {
    Map<AreaInVintage, ComparisonResult> results = new LinkedHashMap<>();
    values.forEach((key, years) -> results.put(key, Comparison.of(metric, this.years, years)));
    noteDisagreements(results);
    Map<AreaInVintage, PeerRank> ranks =
        notBooked.stream().map(AreaInVintage::area).anyMatch(this::isPeer)
            ? Map.of()
            : ranks(metric, values);
    Map<AreaInVintage, Compared> compared = new LinkedHashMap<>();
    results.forEach(
        (key, result) ->
            compared.put(
                key,
                new Compared(
                    values.get(key).get(0).year(), result, ranks.getOrDefault(key, NO_RANK))));
    return compared;
  }

  private static void noteDisagreements(Map<AreaInVintage, ComparisonResult> results) {
    for (AreaInVintage latest : List.copyOf(results.keySet())) {
      AreaInVintage equalAge = new AreaInVintage(Vintage.EQUAL_AGE, latest.area());
      if (latest.vintage() == Vintage.LATEST && results.containsKey(equalAge)) {
        Vintages vintages =
            new Vintages(results.get(latest), results.get(equalAge)).withDisagreement();
        results.put(latest, vintages.latest());
        results.put(equalAge, vintages.equalAge());
      }
    }
  }

  private Map<AreaInVintage, PeerRank> ranks(
      Metric metric, Map<AreaInVintage, List<YearValue>> values) {
    Map<AreaInVintage, PeerRank> ranks = new LinkedHashMap<>();
    for (Vintage vintage : Vintage.values()) {
      Map<String, AreaInVintage> peers = new LinkedHashMap<>();
      Map<String, YearValue> current = new LinkedHashMap<>();
      values.forEach(
          (key, newestFirst) -> {
            if (key.vintage() == vintage && isPeer(key.area())) {
              peers.put(key.area().code(), key);
              current.put(key.area().code(), newestFirst.get(0));
            }
          });
      PeerRanking.of(metric, current).forEach((code, rank) -> ranks.put(peers.get(code), rank));
    }
    return ranks;
  }

  /** The force has no peers; closed areas and the one of unknown stations are none. */
  private boolean isPeer(Area area) {
    return area.level() != AreaLevel.FORCE
        && !area.code().equals(ReferenceData.UNKNOWN)
        && evidence.exists(area, asOf);
  }
}
