package io.tongqi.bulletin;

import io.tongqi.domain.Metric;
import io.tongqi.faults.Remedy;
import io.tongqi.faults.SettingsException;
import io.tongqi.report.page.Figure;
import io.tongqi.settings.BulletinFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Chooses from the figures of an area.
 *
 * @param figures all of them
 */
record Chosen(List<Figure> figures) {
  private static final int INCIDENTS = 3;
  private static final Set<Metric> RATES_OF_STATIONS =
      EnumSet.of(Metric.COHORT_CLEARANCE_RATE, Metric.RECOVERY_RATE, Metric.COHORT_RECOVERY_RATE);
  private static final Set<Metric> OF_ZERO_DAYS =
      EnumSet.of(Metric.ZERO_INCIDENT_DAYS, Metric.ZERO_OCCURRENCE_DAYS, Metric.ZERO_DEATH_DAYS);

  /**
   * The figures that the bulletin leads with: those of its file, else those of the largest groups.
   *
   * @throws SettingsException when the file names one that there is none of
   */
  List<Figure> headline(BulletinFile file) {
    if (file.figures().isEmpty()) {
      return largest();
    }
    List<String> faults = new ArrayList<>();
    List<Figure> chosen = new ArrayList<>();
    for (BulletinFile.Chosen it : file.figures()) {
      of(it.metric(), it.group()).ifPresentOrElse(chosen::add, () -> faults.add(unknown(file, it)));
    }
    if (!faults.isEmpty()) {
      throw new SettingsException(faults);
    }
    return chosen;
  }

  private String unknown(BulletinFile file, BulletinFile.Chosen chosen) {
    return "choosing the figures of %s: there is no %s of a group %s that may be published here; %s"
        .formatted(
            file.file(),
            chosen.metric().column(),
            chosen.group(),
            Remedy.choose(chosen.group(), figures.stream().map(Figure::group).distinct().toList()));
  }

  private List<Figure> largest() {
    return Stream.of(
            bySize(Metric.INCIDENTS_REPORTED).limit(INCIDENTS),
            bySize(Metric.CASES_CLEARED).limit(1),
            bySize(Metric.COHORT_CLEARANCE_RATE).limit(1),
            bySize(Metric.RECOVERY_RATE).limit(1),
            bySize(Metric.DEATHS).limit(1),
            bySize(Metric.ZERO_INCIDENT_DAYS)
                .filter(it -> Optional.ofNullable(it.current().value()).orElse(0.0) > 0)
                .limit(1))
        .flatMap(it -> it)
        .toList();
  }

  /** Those of a metric that have a value, the one with the most behind it first. */
  private Stream<Figure> bySize(Metric metric) {
    return figures.stream()
        .filter(it -> it.metric() == metric && it.current().value() != null)
        .sorted(Comparator.comparingDouble(this::size).reversed());
  }

  /** Of a rate its denominator, of days without incidents the incidents, else the value itself. */
  private double size(Figure figure) {
    if (OF_ZERO_DAYS.contains(figure.metric())) {
      return of(Metric.INCIDENTS_REPORTED, figure.group()).map(Chosen::value).orElse(0.0);
    }
    Long denominator = figure.current().denominator();
    return denominator == null ? value(figure) : denominator;
  }

  private static double value(Figure figure) {
    return Optional.ofNullable(figure.current().value()).orElse(0.0);
  }

  private Optional<Figure> of(Metric metric, String group) {
    return figures.stream()
        .filter(it -> it.metric() == metric && it.group().equals(group))
        .findFirst();
  }

  /** Of the headline those of which days are counted, else of the largest group. */
  List<Figure> zeroDays(List<Figure> headline) {
    return orLargest(headline, OF_ZERO_DAYS, Metric.ZERO_INCIDENT_DAYS);
  }

  /** Clearance and recovery of the groups whose rates the headline has, else of the largest. */
  List<Figure> stationRates(List<Figure> headline) {
    return orLargest(headline, RATES_OF_STATIONS, Metric.COHORT_CLEARANCE_RATE).stream()
        .map(Figure::group)
        .distinct()
        .flatMap(
            group ->
                Stream.of(Metric.COHORT_CLEARANCE_RATE, Metric.COHORT_RECOVERY_RATE)
                    .flatMap(it -> of(it, group).stream()))
        .filter(it -> it.current().value() != null)
        .toList();
  }

  private List<Figure> orLargest(List<Figure> headline, Set<Metric> metrics, Metric otherwise) {
    List<Figure> chosen = headline.stream().filter(it -> metrics.contains(it.metric())).toList();
    return chosen.isEmpty() ? bySize(otherwise).limit(1).toList() : chosen;
  }

  /** Deaths and injuries on the road, and days without a death. */
  List<Figure> roadDeaths(List<Figure> headline) {
    return orLargest(headline, EnumSet.of(Metric.DEATHS), Metric.DEATHS).stream()
        .limit(1)
        .flatMap(
            deaths ->
                Stream.of(Metric.DEATHS, Metric.INJURIES, Metric.ZERO_DEATH_DAYS)
                    .flatMap(it -> of(it, deaths.group()).stream()))
        .filter(it -> it.current().value() != null)
        .toList();
  }

  /** How fast officers arrive and cases are cleared, of the largest group of each. */
  List<Figure> caseSpeed() {
    return Stream.of(
            Metric.ARRIVAL_WITHIN_1_MIN_RATE,
            Metric.ARRIVAL_WITHIN_3_MIN_RATE,
            Metric.ARRIVAL_WITHIN_5_MIN_RATE,
            Metric.CLEARED_WITHIN_1H_RATE,
            Metric.CLEARED_WITHIN_24H_RATE)
        .flatMap(it -> bySize(it).limit(1))
        .toList();
  }

  /** The group whose cases' ages are shown: of the largest cohort. */
  List<Figure> cohorts(List<Figure> headline) {
    return orLargest(
            headline, EnumSet.of(Metric.COHORT_CLEARANCE_RATE), Metric.COHORT_CLEARANCE_RATE)
        .stream()
        .limit(1)
        .toList();
  }
}
