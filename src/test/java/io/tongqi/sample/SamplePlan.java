package io.tongqi.sample;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the sample is to show: the figures of Gaoming's first half-years, the other districts as a
 * share of them, and the reference data.
 */
final class SamplePlan {
  static final String GAOMING = "gaoming";

  /** Each district's share of Gaoming's figures, in percent. */
  private static final Map<String, Integer> SHARES =
      Map.of("chancheng", 22, "nanhai", 26, "shunde", 28, GAOMING, 100, "sanshui", 16);

  private final Map<String, Map<String, String>> categories;
  private final Map<String, Map<String, String>> targets;
  private final Map<String, StationTerm> stations;
  private final List<String> districts;
  private final Map<String, Set<String>> groups;

  SamplePlan() {
    categories = byKey("sample/plan.csv", "category");
    targets = byKey("sample/targets.csv", "target");
    stations =
        Packaged.rows("sample/reference/stations.csv").stream()
            .map(StationTerm::of)
            .collect(
                Collectors.toMap(
                    StationTerm::station,
                    Function.identity(),
                    (one, other) -> one,
                    LinkedHashMap::new));
    districts =
        Packaged.rows("sample/reference/districts.csv").stream()
            .map(row -> row.get("district"))
            .toList();
    groups =
        Packaged.rows("sample/reference/categories.csv").stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.get("category"),
                    Collectors.mapping(row -> row.get("category_group"), Collectors.toSet())));
  }

  private static Map<String, Map<String, String>> byKey(String resource, String key) {
    return Packaged.rows(resource).stream()
        .collect(
            Collectors.toMap(
                row -> row.get(key), Function.identity(), (one, other) -> one, LinkedHashMap::new));
  }

  /** The districts, in the order of their file. */
  List<String> districts() {
    return districts;
  }

  /** The categories, in the order of the plan. */
  List<String> categories() {
    return List.copyOf(categories.keySet());
  }

  /** Whether a category belongs to a group. */
  boolean isIn(String category, String group) {
    return groups.get(category).contains(group);
  }

  /** How many incidents a district has in a half-year; exact for Gaoming's first halves. */
  int incidents(String district, String category, Half half, Draw draw) {
    return scaled(categories.get(category), district, half, draw);
  }

  /** How many people die on a district's roads in a half-year. */
  int roadDeaths(String district, Half half, Draw draw) {
    return scaled(targets.get("road_deaths"), district, half, draw);
  }

  /** On how many days of a first half-year Gaoming has no criminal incident. */
  int criminalZeroDays(int year) {
    return number(targets.get("criminal_zero_days"), String.valueOf(year));
  }

  /** How many criminal cases Gaoming clears in a first half-year. */
  int criminalCleared(int year) {
    return number(targets.get("criminal_cleared"), String.valueOf(year));
  }

  /** In how many of a hundred incidents of a category a case is filed. */
  int filedPercent(String category) {
    return number(categories.get(category), "filed_percent");
  }

  /** How many of a hundred cases of a category are cleared sooner or later. */
  int clearedPercent(String category) {
    return number(categories.get(category), "cleared_percent");
  }

  /** The median loss in yuan of a case of a category; 0 where nothing is lost. */
  int medianLoss(String category) {
    return number(categories.get(category), "median_loss_yuan");
  }

  /** The stations of a district that are open on both of two days. */
  List<StationTerm> stations(String district, LocalDate day, LocalDate otherDay) {
    return stations.values().stream()
        .filter(station -> station.district().equals(district))
        .filter(station -> station.isOpen(day) && station.isOpen(otherDay))
        .toList();
  }

  /** The term of the station with a number. */
  StationTerm station(String number) {
    return stations.get(number);
  }

  private static int scaled(Map<String, String> row, String district, Half half, Draw draw) {
    int share = SHARES.get(district);
    int planned = number(row, String.valueOf(half.year()));
    if (half.isFirst()) {
      return share == 100 ? planned : draw.rounded(planned * share / 100.0);
    }
    int next = Math.min(half.year() + 1, Half.LAST_YEAR);
    double between = (planned + number(row, String.valueOf(next))) / 2.0;
    return draw.rounded(between * share * draw.between(95, 106) / 10_000.0);
  }

  private static int number(Map<String, String> row, String column) {
    return Integer.parseInt(row.get(column));
  }
}
