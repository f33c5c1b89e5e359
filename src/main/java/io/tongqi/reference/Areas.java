package io.tongqi.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds the station of today that the figures of a former one are shown for. */
final class Areas {
  private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

  private final Map<String, List<Station>> holders;

  Areas(Collection<Station> stations) {
    holders =
        stations.stream()
            .sorted(Comparator.comparing(Station::validFrom))
            .collect(Collectors.groupingBy(Station::station, TreeMap::new, Collectors.toList()));
  }

  /** The holders of each number, the earliest first. */
  Collection<List<Station>> holders() {
    return holders.values();
  }

  boolean isKnown(String number) {
    return holders.containsKey(number);
  }

  /**
   * The station itself and those that its records roll forward through. The last one is its area,
   * unless that has a successor, too: then the stations from that successor on are a cycle.
   */
  List<Station> chain(Station station) {
    List<Station> chain = new ArrayList<>(List.of(station));
    Optional<Station> next = successor(station);
    while (next.isPresent() && !chain.contains(next.get())) {
      chain.add(next.get());
      next = successor(next.get());
    }
    return chain;
  }

  /** The holder of the successor's number on the day after the station closed, else the newest. */
  Optional<Station> successor(Station station) {
    if (station.successor() == null || station.validTo() == null) {
      return Optional.empty();
    }
    List<Station> candidates = holders.getOrDefault(station.successor(), List.of());
    return candidates.stream()
        .filter(candidate -> candidate.isValidOn(station.validTo().plusDays(1)))
        .findFirst()
        .or(() -> candidates.stream().reduce((earlier, later) -> later));
  }

  /** The number of the newest holder; an earlier one is told apart by its first day. */
  String code(Station station) {
    List<Station> same = holders.get(station.station());
    return same.get(same.size() - 1).equals(station)
        ? station.station()
        : station.station() + "@" + station.validFrom();
  }

  /** The station with the area that its figures are shown for. */
  Station withArea(Station station) {
    List<Station> chain = chain(station);
    return station.withArea(code(chain.get(chain.size() - 1)));
  }

  /** The areas of all numbers on all days. */
  List<StationArea> stationAreas() {
    return holders.values().stream().flatMap(same -> stationAreas(same).stream()).toList();
  }

  private List<StationArea> stationAreas(List<Station> same) {
    List<StationArea> areas = new ArrayList<>();
    LocalDate from = FIRST_DAY;
    for (int holder = 0; holder < same.size(); holder++) {
      Station station = same.get(holder);
      LocalDate to =
          holder + 1 < same.size() ? same.get(holder + 1).validFrom().minusDays(1) : LAST_DAY;
      List<Station> chain = chain(station);
      String district = chain.get(chain.size() - 1).district();
      areas.add(new StationArea(station.station(), from, to, station.area(), district));
      from = to.plusDays(1);
    }
    return areas;
  }
}
