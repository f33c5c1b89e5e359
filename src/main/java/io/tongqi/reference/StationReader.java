package io.tongqi.reference;

import io.tongqi.faults.Faults;
import io.tongqi.faults.Remedy;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the holders of station numbers and finds the station of today for each. */
final class StationReader {
  private static final List<String> COLUMNS =
      List.of("station", "valid_from", "valid_to", "name_zh", "name_en", "district", "successor");

  private final Map<Station, CsvRow> rows = new LinkedHashMap<>();

  private StationReader() {}

  /** The stations by number and first day; faults where they contradict one another. */
  static List<Station> read(Path folder, Collection<String> districts, Faults faults) {
    StationReader reader = new StationReader();
    CsvTable.read(folder.resolve("stations.csv"), COLUMNS, CsvTable.OF_REFERENCE, faults)
        .forEach(row -> reader.add(row, districts));
    Areas areas = new Areas(reader.rows.keySet());
    areas.holders().forEach(reader::refuseOverlaps);
    reader.refuseUnknownSuccessors(areas);
    reader.refuseCycles(areas);
    return areas.holders().stream().flatMap(List::stream).map(areas::withArea).toList();
  }

  private void add(CsvRow row, Collection<String> districts) {
    row.refuseUnknown("district", districts, "districts.csv");
    station(row)
        .filter(station -> station.validTo() == null || isOrdered(station, row))
        .ifPresent(station -> put(station, row));
  }

  private void put(Station station, CsvRow row) {
    CsvRow other = rows.putIfAbsent(station, row);
    if (other != null) {
      row.fault("is the same as line " + other.line(), "keep one of them");
    }
  }

  /** Empty, with a fault, where the row does not say which station it is about. */
  private static Optional<Station> station(CsvRow row) {
    String number = row.required("station");
    LocalDate from = row.requiredDate("valid_from");
    Station station =
        new Station(
            number,
            from,
            row.date("valid_to"),
            row.required("name_zh"),
            row.required("name_en"),
            row.required("district"),
            row.text("successor"),
            "");
    if (station.successor() != null && row.text("valid_to") == null) {
      row.fault(
          "station %s has the successor %s but no valid_to".formatted(number, station.successor()),
          "write its last day, or remove the successor");
    }
    return number.isEmpty() || from == null ? Optional.empty() : Optional.of(station);
  }

  private static boolean isOrdered(Station station, CsvRow row) {
    boolean isOrdered = !station.validTo().isBefore(station.validFrom());
    if (!isOrdered) {
      row.fault(
          "valid_to %s is before valid_from %s".formatted(station.validTo(), station.validFrom()),
          "write a day on or after it");
    }
    return isOrdered;
  }

  private void refuseOverlaps(List<Station> holders) {
    for (int later = 1; later < holders.size(); later++) {
      Station station = holders.get(later);
      Station earlier = holders.get(later - 1);
      if (earlier.isValidOn(station.validFrom())) {
        rows.get(station)
            .fault(
                "station %s from %s is already held by the station of line %d"
                    .formatted(station.station(), station.validFrom(), rows.get(earlier).line()),
                "end that one before, or remove one of them");
      }
    }
  }

  private void refuseUnknownSuccessors(Areas areas) {
    Set<String> known = rows.keySet().stream().map(Station::station).collect(Collectors.toSet());
    rows.forEach(
        (station, row) -> {
          if (station.successor() != null && !areas.isKnown(station.successor())) {
            row.fault(
                "successor \"%s\" of station %s is not in the file"
                    .formatted(station.successor(), station.station()),
                Remedy.choose(station.successor(), known));
          }
        });
  }

  private void refuseCycles(Areas areas) {
    Set<Station> refused = new HashSet<>();
    for (Station station : rows.keySet()) {
      List<Station> chain = areas.chain(station);
      Optional<Station> next = areas.successor(chain.get(chain.size() - 1));
      if (next.isPresent() && refused.add(next.get())) {
        List<Station> cycle = chain.subList(chain.indexOf(next.get()), chain.size());
        refused.addAll(cycle);
        rows.get(next.get())
            .fault(
                "successors run in a circle: "
                    + cycle.stream().map(Station::station).collect(Collectors.joining(" → ")),
                "let one of them have no successor");
      }
    }
  }
}
