package io.tongqi.coverage;

import io.tongqi.domain.Area;
import io.tongqi.reference.Membership;
import io.tongqi.reference.ReferenceData;
import io.tongqi.reference.Station;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.Nullable;

/** The open lines in quarantine, by all the areas and category groups that they may belong to. */
final class Quarantined implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Null stands for any area, any category group. */
  private record Scope(String source, @Nullable Area area, @Nullable String group)
      implements Serializable {}

  private final HashMap<Scope, LineCount> counts = new HashMap<>();
  private final HashMap<Scope, BitSet> days = new HashMap<>();

  Quarantined(
      Horizon horizon,
      List<Territory> territories,
      ReferenceData reference,
      Collection<OpenLine> lines) {
    Map<Scope, List<OpenLine>> byScope = new HashMap<>();
    Map<String, List<Territory>> byStation = byStation(territories);
    Map<String, List<String>> groups =
        reference.categories().stream()
            .collect(
                Collectors.groupingBy(
                    Membership::category,
                    Collectors.mapping(Membership::categoryGroup, Collectors.toList())));
    for (OpenLine line : lines) {
      for (Area area : areas(line, byStation)) {
        for (String group : groups.getOrDefault(text(line.category()), anything())) {
          byScope
              .computeIfAbsent(new Scope(line.source(), area, group), it -> new ArrayList<>())
              .add(line);
        }
      }
    }
    byScope.forEach(
        (scope, scoped) -> {
          counts.put(scope, new LineCount(scoped));
          BitSet touched = new BitSet(horizon.days());
          scoped.stream()
              .flatMap(it -> it.reported().stream())
              .forEach(it -> touched.or(horizon.between(it.first(), it.last())));
          days.put(scope, touched);
        });
  }

  /** Whether there are none. */
  boolean isEmpty() {
    return counts.isEmpty();
  }

  /** How many lines of the sources may belong to the area, the group and the days. */
  long lines(Set<String> sources, Area area, String group, LocalDate firstDay, LocalDate lastDay) {
    return scopes(sources, area, group)
        .map(counts::get)
        .filter(it -> it != null)
        .mapToLong(it -> it.touching(firstDay, lastDay))
        .sum();
  }

  /** The days of the horizon on which lines of the sources may count as reported. */
  BitSet days(Set<String> sources, Area area, String group) {
    BitSet touched = new BitSet();
    scopes(sources, area, group).map(days::get).filter(it -> it != null).forEach(touched::or);
    return touched;
  }

  private Stream<Scope> scopes(Set<String> sources, Area area, String group) {
    return counts.isEmpty()
        ? Stream.empty()
        : sources.stream()
            .flatMap(
                source ->
                    Stream.of(
                        new Scope(source, area, group),
                        new Scope(source, area, null),
                        new Scope(source, null, group),
                        new Scope(source, null, null)));
  }

  private static Map<String, List<Territory>> byStation(List<Territory> territories) {
    Map<String, List<Territory>> byStation = new HashMap<>();
    for (Territory territory : territories) {
      territory.stations().stream()
          .map(Station::station)
          .distinct()
          .forEach(it -> byStation.computeIfAbsent(it, key -> new ArrayList<>()).add(territory));
    }
    return byStation;
  }

  private static List<Area> areas(OpenLine line, Map<String, List<Territory>> byStation) {
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
    return Collections.singletonList(null);
  }
}
