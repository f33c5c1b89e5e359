package io.tongqi.coverage;

import io.tongqi.reference.Membership;
import io.tongqi.reference.ReferenceData;
import io.tongqi.reference.Station;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.Nullable;

/** The open lines in quarantine, by all the areas and category groups that they may belong to. */
final class Quarantined implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Null stands for any area, any category group. */
  private record Scope(String source, @Nullable Area area, @Nullable String group)
      implements Serializable {}

  private record Lines(LocalDate firstDay, LocalDate lastDay, long lines) implements Serializable {}

  private final HashMap<Scope, List<Lines>> byScope = new HashMap<>();

  Quarantined(List<Territory> territories, ReferenceData reference, Collection<OpenLine> lines) {
    Map<String, List<Territory>> byStation = new HashMap<>();
    for (Territory territory : territories) {
      territory.stations().stream()
          .map(Station::station)
          .distinct()
          .forEach(it -> byStation.computeIfAbsent(it, key -> new ArrayList<>()).add(territory));
    }
    Map<String, List<String>> groups =
        reference.categories().stream()
            .collect(
                Collectors.groupingBy(
                    Membership::category,
                    Collectors.mapping(Membership::categoryGroup, Collectors.toList())));
    for (OpenLine line : lines) {
      Collection<Area> areas = areas(line, byStation);
      for (String group : groups.getOrDefault(text(line.category()), anything())) {
        for (Area area : areas) {
          byScope
              .computeIfAbsent(new Scope(line.source(), area, group), it -> new ArrayList<>())
              .add(new Lines(line.firstDay(), line.lastDay(), line.lines()));
        }
      }
    }
  }

  /** How many lines of the sources may belong to the area, the group and the days. */
  long lines(Set<String> sources, Area area, String group, LocalDate firstDay, LocalDate lastDay) {
    return matching(sources, area, group).stream()
        .filter(it -> !it.firstDay().isAfter(lastDay) && !it.lastDay().isBefore(firstDay))
        .mapToLong(Lines::lines)
        .sum();
  }

  /** The days of the horizon to which lines of the sources may belong. */
  BitSet days(Set<String> sources, Area area, String group, Horizon horizon) {
    BitSet days = new BitSet(horizon.days());
    matching(sources, area, group)
        .forEach(it -> days.or(horizon.between(it.firstDay(), it.lastDay())));
    return days;
  }

  private List<Lines> matching(Set<String> sources, Area area, String group) {
    List<Lines> matching = new ArrayList<>();
    if (byScope.isEmpty()) {
      return matching;
    }
    for (String source : sources) {
      matching.addAll(byScope.getOrDefault(new Scope(source, area, group), List.of()));
      matching.addAll(byScope.getOrDefault(new Scope(source, area, null), List.of()));
      matching.addAll(byScope.getOrDefault(new Scope(source, null, group), List.of()));
      matching.addAll(byScope.getOrDefault(new Scope(source, null, null), List.of()));
    }
    return matching;
  }

  private static Collection<Area> areas(OpenLine line, Map<String, List<Territory>> byStation) {
    List<Area> areas =
        byStation.getOrDefault(text(line.station()), List.of()).stream()
            .filter(territory -> territory.mayHold(line))
            .map(Territory::area)
            .toList();
    return areas.isEmpty() ? anything() : areas;
  }

  private static String text(@Nullable String code) {
    return code == null ? "" : code;
  }

  private static <T> List<T> anything() {
    List<T> anything = new ArrayList<>();
    anything.add(null);
    return anything;
  }
}
