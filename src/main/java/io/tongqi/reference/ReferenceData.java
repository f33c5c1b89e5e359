package io.tongqi.reference;

import io.tongqi.domain.Activity;
import io.tongqi.domain.AreaLevel;
import io.tongqi.faults.Faults;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Stations, districts, category groups, categories and activities.
 *
 * @param stations each holder of each station number
 * @param districts the districts
 * @param groups the category groups
 * @param categories which category belongs to which groups
 * @param activities what the force does or keeps; none where no register is taken in
 * @param hash SHA-256 of the content, whatever the order of rows and columns
 */
public record ReferenceData(
    List<Station> stations,
    List<District> districts,
    List<Group> groups,
    List<Membership> categories,
    List<Activity> activities,
    String hash) {
  /** The code of the station, district and category that unknown codes are booked for. */
  public static final String UNKNOWN = "unknown";

  private static final String ALL = "all";
  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

  /** Of its content, without activities; computes the hash. */
  public static ReferenceData of(
      List<Station> stations,
      List<District> districts,
      List<Group> groups,
      List<Membership> categories) {
    return of(stations, districts, groups, categories, List.of());
  }

  /** Of its content; computes the hash, which is the same as ever where there are no activities. */
  public static ReferenceData of(
      List<Station> stations,
      List<District> districts,
      List<Group> groups,
      List<Membership> categories,
      List<Activity> activities) {
    Map<String, List<String>> content = new HashMap<>();
    content.put("stations", sorted(stations));
    content.put("districts", sorted(districts));
    content.put("groups", sorted(groups));
    content.put("categories", sorted(categories));
    if (!activities.isEmpty()) {
      content.put("activities", sorted(activities));
    }
    return new ReferenceData(
        List.copyOf(stations),
        List.copyOf(districts),
        List.copyOf(groups),
        List.copyOf(categories),
        List.copyOf(activities),
        ContentHash.of(content));
  }

  private static List<String> sorted(List<?> rows) {
    return rows.stream().map(Objects::toString).sorted().toList();
  }

  /**
   * Reads `stations.csv`, `districts.csv`, `groups.csv`, `categories.csv` and, where there is one,
   * `activities.csv`.
   *
   * @param folder where they are
   * @param faults takes what is wrong with them; the result is of use only if nothing is
   */
  public static ReferenceData load(Path folder, Faults faults) {
    ReferenceReader reader = new ReferenceReader(folder, faults);
    List<District> districts = reader.districts();
    List<Group> groups = reader.groups();
    return of(
        StationReader.read(folder, districts.stream().map(District::district).toList(), faults),
        districts,
        groups,
        reader.categories(groups.stream().map(Group::categoryGroup).toList()),
        ActivityReader.read(folder, faults));
  }

  /**
   * With a station `unknown` in a district `unknown`, and a category `unknown` in the group `all`,
   * for records whose own codes are not known; what is there already stays as it is.
   */
  public ReferenceData withUnknown() {
    return of(
        stations.stream().anyMatch(it -> it.station().equals(UNKNOWN))
            ? stations
            : with(
                stations,
                new Station(UNKNOWN, EARLIEST, null, "不明", "Unknown", UNKNOWN, null, UNKNOWN)),
        districts.stream().anyMatch(it -> it.district().equals(UNKNOWN))
            ? districts
            : with(districts, new District(UNKNOWN, "不明", "Unknown", null)),
        groups.stream().anyMatch(it -> it.categoryGroup().equals(ALL))
            ? groups
            : with(groups, new Group(ALL, "全部", "All", null)),
        categories.stream().anyMatch(it -> it.category().equals(UNKNOWN))
            ? categories
            : with(categories, new Membership(UNKNOWN, ALL)),
        activities);
  }

  /** The station codes that are or were in use. */
  public Set<String> stationCodes() {
    return stations.stream().map(Station::station).collect(Collectors.toCollection(TreeSet::new));
  }

  /** The codes of all categories. */
  public Set<String> categoryCodes() {
    return categories.stream()
        .map(Membership::category)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The codes of all activities. */
  public Set<String> activityCodes() {
    return activities.stream()
        .map(Activity::activity)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The category groups that may be published of areas of a level, in the order of their file. */
  public List<String> publishedGroups(AreaLevel level) {
    return groups.stream()
        .filter(it -> level == AreaLevel.FORCE || !it.isSensitive())
        .map(Group::categoryGroup)
        .toList();
  }

  /** The area that each station number stands for on each day. */
  public List<StationArea> stationAreas() {
    return new Areas(stations).stationAreas();
  }

  private static <T> List<T> with(List<T> values, T further) {
    return Stream.concat(values.stream(), Stream.of(further)).toList();
  }
}
