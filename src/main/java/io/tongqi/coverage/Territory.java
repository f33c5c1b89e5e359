package io.tongqi.coverage;

import io.tongqi.domain.Area;
import io.tongqi.domain.AreaLevel;
import io.tongqi.reference.Station;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import javax.annotation.Nullable;

/**
 * An area and the stations, of today and of old, whose records it stands for.
 *
 * @param area the area
 * @param stations each holder of each station number that rolls forward to the area
 * @param comparableFrom the first day whose figures compare with today's; null: all do
 */
public record Territory(Area area, List<Station> stations, @Nullable LocalDate comparableFrom) {
  /** Whether a line that bears one of its station numbers may belong to it. */
  boolean mayHold(OpenLine line) {
    return stations.stream()
        .filter(it -> it.station().equals(line.station()))
        .anyMatch(
            it ->
                !it.validFrom().isAfter(line.lastDay())
                    && (it.validTo() == null || !it.validTo().isBefore(line.firstDay())));
  }

  /** The same; a station's area with its last holder as if that had never closed. */
  Territory outliving() {
    if (area.level() != AreaLevel.STATION || stations.stream().anyMatch(Territory::isOpen)) {
      return this;
    }
    Station last = stations.stream().max(Comparator.comparing(Station::validTo)).orElseThrow();
    return new Territory(
        area,
        stations.stream().map(it -> it.equals(last) ? open(it) : it).toList(),
        comparableFrom);
  }

  private static boolean isOpen(Station station) {
    return station.validTo() == null;
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

  /** The days of the horizon on which any of its stations existed. */
  BitSet existence(Horizon horizon) {
    BitSet days = new BitSet(horizon.days());
    stations.forEach(station -> days.or(existence(station, horizon)));
    return days;
  }

  /** The days of the horizon on which a station bore its number. */
  static BitSet existence(Station station, Horizon horizon) {
    return horizon.between(station.validFrom(), station.validTo());
  }
}
