package io.tongqi.sample;

import io.tongqi.calendar.DayRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** The figures that Tongqi has to find in the sample: {@code expected.csv}. */
final class ExpectedFigures {
  private static final String HEADER =
      "window,vintage,area_level,area,category_group,metric,year,value,prior_value,change_pct,"
          + "rank,peer_rank,peer_count,record,within_chance";
  private static final List<Series> SERIES =
      List.of(
          new Series("criminal_and_public_order", "incidents_reported", Better.LOWER, "false"),
          new Series("telecom_fraud", "incidents_reported", Better.LOWER, "false"),
          new Series("theft", "incidents_reported", Better.LOWER, "false"),
          new Series("criminal", "cases_cleared", Better.HIGHER, "true"),
          new Series("criminal", "cases_cleared_current", Better.HIGHER, ""),
          new Series("criminal", "cases_cleared_backlog", Better.HIGHER, ""),
          new Series("criminal", "clearance_rate", Better.HIGHER, ""),
          new Series("criminal", "zero_incident_days", Better.HIGHER, ""),
          new Series("road_traffic", "deaths", Better.LOWER, "true"),
          new Series("crash_general_procedure", "incidents_reported", Better.LOWER, "true"),
          new Series("ten_grave", "cases_filed", Better.NEITHER, ""),
          new Series("ten_grave", "cohort_clearance_rate", Better.HIGHER, ""),
          new Series("theft", "cohort_clearance_rate", Better.HIGHER, ""),
          new Series("theft", "loss", Better.NEITHER, ""),
          new Series("theft", "recovered", Better.NEITHER, ""),
          new Series("theft", "recovery_rate", Better.HIGHER, ""),
          new Series("theft", "cohort_recovery_rate", Better.HIGHER, ""));

  private enum Better {
    LOWER,
    HIGHER,
    NEITHER
  }

  /** A metric of a group, and whether its change lies within chance; blank where not tested. */
  private record Series(String group, String metric, Better better, String withinChance) {
    boolean isRate() {
      return metric.endsWith("_rate");
    }

    boolean beats(Double value, Double other) {
      return switch (better) {
        case LOWER -> value < other;
        case HIGHER -> value > other;
        case NEITHER -> false;
      };
    }
  }

  private final SamplePlan plan;
  private final List<Version<Call>> calls;
  private final List<Version<Filing>> cases;
  private final Map<LocalDate, KnownRecords> knownRecords = new HashMap<>();
  private final Map<List<Object>, Double> values = new HashMap<>();

  ExpectedFigures(SamplePlan plan, List<Version<Call>> calls, List<Version<Filing>> cases) {
    this.plan = plan;
    this.calls = calls;
    this.cases = cases;
  }

  /** The file's text. */
  String csv() {
    List<String> lines = new ArrayList<>(List.of(HEADER));
    for (String vintage : List.of("latest", "equal_age")) {
      for (Series series : SERIES) {
        for (String district : plan.districts()) {
          if (district.equals(SamplePlan.GAOMING) || series.group().equals("theft")) {
            years()
                .mapToObj(year -> line(vintage, series, district, year))
                .filter(Objects::nonNull)
                .forEach(lines::add);
          }
        }
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private String line(String vintage, Series series, String district, int year) {
    Double value = value(vintage, series, district, year);
    if (value == null) {
      return null;
    }
    List<String> fields = new ArrayList<>();
    fields.addAll(List.of("last_half", vintage, "district", district));
    fields.addAll(List.of(series.group(), series.metric(), String.valueOf(year), text(value)));
    if (year == Half.LAST_YEAR) {
      fields.addAll(comparison(vintage, series, district, value));
    } else {
      fields.addAll(List.of("", "", "", "", "", "", ""));
    }
    return String.join(",", fields);
  }

  private List<String> comparison(String vintage, Series series, String district, Double value) {
    Double prior = value(vintage, series, district, Half.LAST_YEAR - 1);
    List<Double> all = years().mapToObj(other -> value(vintage, series, district, other)).toList();
    List<Double> peers =
        plan.districts().stream()
            .map(peer -> value(vintage, series, peer, Half.LAST_YEAR))
            .toList();
    boolean isGaoming = district.equals(SamplePlan.GAOMING);
    return List.of(
        prior == null ? "" : text(prior),
        prior == null || prior == 0 || series.isRate()
            ? ""
            : String.valueOf(100 * (value - prior) / prior),
        rank(series, value, all),
        rank(series, value, peers),
        rank(series, value, peers).isEmpty() ? "" : String.valueOf(peers.size()),
        isGaoming ? record(series, value, all) : "",
        isGaoming ? series.withinChance() : "");
  }

  private static String rank(Series series, Double value, List<Double> others) {
    if (series.better() == Better.NEITHER || others.contains(null)) {
      return "";
    }
    return String.valueOf(1 + others.stream().filter(it -> series.beats(it, value)).count());
  }

  private static String record(Series series, Double value, List<Double> all) {
    String rank = rank(series, value, all);
    if (rank.isEmpty()) {
      return "";
    }
    boolean isAlone = all.stream().filter(value::equals).count() == 1;
    return rank.equals("1") ? (isAlone ? "best" : "equals_best") : "not_best";
  }

  private Double value(String vintage, Series series, String district, int year) {
    return values.computeIfAbsent(
        List.of(vintage, series, district, year),
        key -> {
          DayRange window = new Half(year, 1).range();
          LocalDate knownAt = vintage.equals("latest") ? SampleTimes.CUTOFF : window.last();
          return knownRecords
              .computeIfAbsent(knownAt, day -> new KnownRecords(plan, calls, cases, day))
              .value(series.metric(), district, series.group(), window);
        });
  }

  private static IntStream years() {
    return IntStream.rangeClosed(Half.FIRST_YEAR, Half.LAST_YEAR);
  }

  private static String text(double value) {
    return value == Math.rint(value)
        ? BigDecimal.valueOf(value).setScale(0).toPlainString()
        : String.valueOf(value);
  }
}
