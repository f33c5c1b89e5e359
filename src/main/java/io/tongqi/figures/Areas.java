package io.tongqi.figures;

import io.tongqi.domain.AreaLevel;
import io.tongqi.reference.District;
import io.tongqi.reference.ReferenceData;
import io.tongqi.reference.Station;
import io.tongqi.settings.Force;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.annotation.Nullable;

/**
 * The areas that figures are shown for: the force, its districts and its stations of today, each
 * with the stations, of today and of old, whose records it stands for.
 */
final class Areas {
  /**
   * An area.
   *
   * @param number its place in the list of all
   * @param parent the number of the area that it adds up to; its own for the force
   * @param comparableFrom the first day whose figures compare with today's; null: all do
   * @param stations each holder of each station number that rolls forward to the area
   */
  record Area(
      int number,
      AreaLevel level,
      String code,
      String nameZh,
      String nameEn,
      int parent,
      @Nullable LocalDate comparableFrom,
      List<Station> stations) {
    /** The day on which its first station began. */
    LocalDate beganOn() {
      return stations.stream().map(Station::validFrom).min(Comparator.naturalOrder()).orElseThrow();
    }

    /** The day on which its last station ended; null while one is open. */
    @Nullable
    LocalDate endedOn() {
      return stations.stream().anyMatch(it -> it.validTo() == null)
          ? null
          : stations.stream().map(Station::validTo).max(Comparator.naturalOrder()).orElseThrow();
    }

    /** The stations; those of a closed station's area with its last holder as if still open. */
    List<Station> outliving() {
      if (level != AreaLevel.STATION || stations.stream().anyMatch(it -> it.validTo() == null)) {
        return stations;
      }
      Station last = stations.stream().max(Comparator.comparing(Station::validTo)).orElseThrow();
      return stations.stream().map(it -> it.equals(last) ? open(it) : it).toList();
    }

    private static Station open(Station it) {
      return new Station(
          it.station(),
          it.validFrom(),
          null,
          it.nameZh(),
          it.nameEn(),
          it.district(),
          it.successor(),
          it.area());
    }
  }

  private final List<Area> all = new ArrayList<>();

  /** Those of a force, by its reference data. */
  Areas(ReferenceData reference, Force force) {
    List<Station> stations = reference.stations();
    Map<String, Station> holders = holders(stations);
    add(AreaLevel.FORCE, force.code(), force.nameZh(), force.nameEn(), 0, null, stations, stations);
    Map<String, Integer> districts = new HashMap<>();
    for (District it : reference.districts()) {
      districts.put(it.district(), all.size());
      List<Station> own =
          stations.stream()
              .filter(station -> isIn(holders.get(station.area()), it.district()))
              .toList();
      add(
          AreaLevel.DISTRICT,
          it.district(),
          it.nameZh(),
          it.nameEn(),
          0,
          it.comparableFrom(),
          own,
          stations);
    }
    new TreeMap<>(stations.stream().collect(Collectors.groupingBy(Station::area)))
        .forEach(
            (code, own) -> {
              Station holder = holders.get(code);
              int district = districts.get(holder.district());
              add(
                  AreaLevel.STATION,
                  code,
                  holder.nameZh(),
                  holder.nameEn(),
                  district,
                  null,
                  own,
                  stations);
            });
  }

  /** All areas in the order of their numbers, the force first. */
  List<Area> all() {
    return all;
  }

  private static boolean isIn(Station holder, String district) {
    return holder.district().equals(district);
  }

  private void add(
      AreaLevel level,
      String code,
      String nameZh,
      String nameEn,
      int parent,
      @Nullable LocalDate comparableFrom,
      List<Station> own,
      List<Station> stations) {
    all.add(
        new Area(
            all.size(), level, code, nameZh, nameEn, parent, comparableFrom, known(own, stations)));
  }

  /** The station that bears each area's name: the last holder of the number, or the dated one. */
  private static Map<String, Station> holders(List<Station> stations) {
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
