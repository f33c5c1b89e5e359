package io.tongqi.report.page;

import io.tongqi.domain.Bilingual;
import io.tongqi.domain.Metric;
import io.tongqi.domain.Section;
import io.tongqi.statistics.DiscoveryRate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a bulletin says of an area and a window.
 *
 * @param heading what it is about
 * @param sections what of it is shown, in order
 * @param headline the figures it leads with
 * @param figures all figures that are fit to be published, among them those of the headline
 * @param calendars the days of the same periods
 * @param stations the rates of stations
 * @param roadDeaths deaths and injuries on the road
 * @param caseSpeed how fast officers arrive and cases are cleared
 * @param ages at which age cases are cleared
 * @param activities what the force does or keeps
 */
public record Bulletin(
    Heading heading,
    List<Section> sections,
    List<Figure> headline,
    List<Figure> figures,
    List<DayCalendar> calendars,
    List<StationRates> stations,
    List<Figure> roadDeaths,
    List<Figure> caseSpeed,
    List<CaseAges> ages,
    List<ActivityFigure> activities) {
  private static final double FALSE_DISCOVERIES = 0.05;

  /**
   * What a bulletin is about.
   *
   * @param place where its figures stand
   * @param area the name of the force or district
   * @param period the days in words
   * @param recordedSince what was recorded after the release's `knownAt` and is left out, in words
   * @param tableVersions the Delta version of every table
   */
  public record Heading(
      FigurePlace place,
      Bilingual area,
      Bilingual period,
      Bilingual recordedSince,
      Map<String, Long> tableVersions) {}

  /** The metrics that are published of every category group. */
  public static final Set<Metric> PUBLISHED =
      EnumSet.of(
          Metric.INCIDENTS_REPORTED,
          Metric.CASES_FILED,
          Metric.CASES_CLEARED,
          Metric.COHORT_CLEARANCE_RATE,
          Metric.RECOVERY_RATE,
          Metric.DEATHS,
          Metric.INJURIES,
          Metric.ZERO_INCIDENT_DAYS);

  /** All figures that are told, in whatever part. */
  public Stream<Figure> told() {
    return Stream.of(
            figures.stream(),
            calendars.stream().map(DayCalendar::figure),
            stations.stream().map(StationRates::figure),
            roadDeaths.stream(),
            caseSpeed.stream(),
            ages.stream().map(CaseAges::figure))
        .flatMap(it -> it);
  }

  /** The figures beside the headline that are the best of the years. */
  public List<Figure> otherRecords() {
    return figures.stream().filter(Figure::isRecord).filter(it -> !headline.contains(it)).toList();
  }

  /** The figures of which nothing can be claimed. */
  public List<Figure> undetermined() {
    return figures.stream().filter(Figure::isUndetermined).toList();
  }

  /** The figures whose change was tested against chance. */
  public List<Figure> tested() {
    return figures.stream().filter(it -> it.compared().probability() != null).toList();
  }

  /**
   * Those of them whose change is more than chance even though so many were looked at: at most 5 %
   * of them are expected to be due to it (Benjamini and Hochberg).
   */
  public List<Figure> beyondChance() {
    List<Figure> tested = tested();
    double[] adjusted =
        DiscoveryRate.adjusted(
            tested.stream()
                .map(it -> it.compared().probability())
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray());
    return IntStream.range(0, tested.size())
        .filter(place -> adjusted[place] <= FALSE_DISCOVERIES)
        .mapToObj(tested::get)
        .toList();
  }

  /** The others: their change is no news. */
  public List<Figure> withinChance() {
    Set<Figure> beyond = Set.copyOf(beyondChance());
    return tested().stream().filter(it -> !beyond.contains(it)).toList();
  }
}
