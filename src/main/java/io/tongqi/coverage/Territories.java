package io.tongqi.coverage;

import io.tongqi.domain.Area;
import io.tongqi.domain.AreaLevel;
import io.tongqi.reference.District;
import io.tongqi.reference.ReferenceData;
import io.tongqi.reference.Station;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The areas of a force: its stations of today, its districts and itself. */
public final class Territories {
  private Territories() {}

  /**
   * All areas, the force first.
   *
   * @param reference the stations and districts
   * @param force the code of the force
   */
  public static List<Territory> of(ReferenceData reference, String force) {
    Map<String, Station> holders = holders(reference.stations());
    List<Territory> territories = new ArrayList<>();
    List<Station> all = reference.stations();
    territories.add(new Territory(new Area(AreaLevel.FORCE, force), known(all, all), null));
    for (District district : reference.districts()) {
      List<Station> stations =
          all.stream()
              .filter(it -> holders.get(it.area()).district().equals(district.district()))
              .toList();
      territories.add(
          new Territory(
              new Area(AreaLevel.DISTRICT, district.district()),
              known(stations, all),
              district.comparableFrom()));
    }
    new TreeMap<>(all.stream().collect(Collectors.groupingBy(Station::area)))
        .forEach(
            (area, stations) ->
                territories.add(
                    new Territory(new Area(AreaLevel.STATION, area), known(stations, all), null)));
    return List.copyOf(territories);
  }

  /** The station that bears each area's name: the last holder of the number, or the dated one. */
  public static Map<String, Station> holders(List<Station> stations) {
    Map<String, Station> holders = new TreeMap<>();
    stations.stream()
        .sorted(Comparator.comparing(Station::validFrom))
        .forEach(
            station -> {
              if (bearsName(station)) {
                holders.put(station.area(), station);
              } else {
                holders.putIfAbsent(station.area(), station);
              }
            });
    return holders;
  }

  private static boolean bearsName(Station station) {
    return station.area().equals(station.station())
        || station.area().equals(station.station() + "@" + station.validFrom());
  }

  /** Records of unknown stations may come from any: their area is covered where all others are. */
  private static List<Station> known(List<Station> stations, List<Station> all) {
    List<Station> known = withoutUnknown(stations);
    return known.isEmpty() ? withoutUnknown(all) : known;
  }

  private static List<Station> withoutUnknown(List<Station> stations) {
    return stations.stream().filter(it -> !it.station().equals(ReferenceData.UNKNOWN)).toList();
  }
}
