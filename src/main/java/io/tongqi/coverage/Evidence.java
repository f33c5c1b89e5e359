package io.tongqi.coverage;

import io.tongqi.domain.Area;
import io.tongqi.domain.Measure;
import io.tongqi.reference.Group;
import io.tongqi.settings.Settings;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.Nullable;

/** How far figures can be trusted: who answers for them, what was delivered, what is open. */
public final class Evidence implements Serializable {
  private static final long serialVersionUID = 1L;

  private record Cell(Area area, String group) implements Serializable {}

  private final Horizon horizon;
  private final List<Ground> grounds;
  private final HashMap<Cell, Integer> groundOfCell = new HashMap<>();
  private final HashMap<Area, DaySet> existence = new HashMap<>();
  private final HashMap<Area, LocalDate> areaComparableFrom = new HashMap<>();
  private final HashMap<String, LocalDate> groupComparableFrom = new HashMap<>();
  private final Quarantined quarantined;

  /**
   * Of what the settings declare and the tables hold.
   *
   * @param horizon the days of all windows
   * @param settings the force, its sources and reference data
   * @param deliveries what was delivered
   * @param lines the open lines in quarantine
   */
  public Evidence(
      Horizon horizon,
      Settings settings,
      Collection<Delivery> deliveries,
      Collection<OpenLine> lines) {
    this.horizon = horizon;
    List<Group> groups = settings.reference().groups();
    groups.forEach(it -> groupComparableFrom.put(it.categoryGroup(), from(it.comparableFrom())));
    List<Booked> bookings =
        settings.sources().stream()
            .flatMap(source -> source.books().stream().map(it -> new Booked(source, it)))
            .toList();
    List<Territory> territories = Territories.of(settings.reference(), settings.force().code());
    Survey survey = new Survey(horizon, new Deliveries(horizon, deliveries));
    Map<List<Booked>, List<String>> alike =
        groups.stream()
            .map(Group::categoryGroup)
            .collect(Collectors.groupingBy(it -> concerning(it, bookings)));
    Map<Ground, Integer> numbers = new LinkedHashMap<>();
    for (Territory territory : territories) {
      existence.put(territory.area(), new DaySet(horizon, territory.existence(horizon)));
      areaComparableFrom.put(territory.area(), from(territory.comparableFrom()));
      alike.forEach(
          (concerned, codes) -> {
            Ground ground = survey.ground(territory, concerned);
            int number = numbers.computeIfAbsent(ground, it -> numbers.size());
            codes.forEach(it -> groundOfCell.put(new Cell(territory.area(), it), number));
          });
    }
    this.grounds = List.copyOf(numbers.keySet());
    this.quarantined = new Quarantined(horizon, territories, settings.reference(), lines);
  }

  /** All grounds; a ground is known by its place in the list. */
  public List<Ground> grounds() {
    return grounds;
  }

  /** The place of the ground that carries the figures of an area and a category group. */
  public int ground(Area area, String group) {
    return groundOfCell.get(new Cell(area, group));
  }

  /** Whether the area existed on all days, and they compare with today's in area and group. */
  public boolean isComparable(Area area, String group, LocalDate firstDay, LocalDate lastDay) {
    int days = horizon.number(lastDay) - horizon.number(firstDay) + 1;
    return existence.get(area).count(firstDay, lastDay) == days
        && !firstDay.isBefore(areaComparableFrom.get(area))
        && !firstDay.isBefore(groupComparableFrom.get(group));
  }

  /** Whether the area exists on a day of the horizon. */
  public boolean exists(Area area, LocalDate day) {
    return existence.get(area).touches(day, day);
  }

  /** Whether there are any open lines in quarantine. */
  public boolean hasLinesInQuarantine() {
    return !quarantined.isEmpty();
  }

  /** How many open lines of the sources may belong to the area, the group and the days. */
  public long linesInQuarantine(
      Set<String> sources, Area area, String group, LocalDate firstDay, LocalDate lastDay) {
    return quarantined.lines(sources, area, group, firstDay, lastDay);
  }

  /** The days, by their number, on which it is unknown whether incidents were reported. */
  public BitSet daysUnknown(Area area, String group) {
    Support support = grounds.get(ground(area, group)).of(Set.of(Measure.INCIDENTS_REPORTED));
    BitSet unknown = horizon.between(null, null);
    unknown.andNot(support.covered().bits());
    unknown.or(quarantined.days(support.sources(), area, group));
    return unknown;
  }

  private static List<Booked> concerning(String group, List<Booked> bookings) {
    return bookings.stream().filter(it -> it.concernsGroup(group)).toList();
  }

  private static LocalDate from(@Nullable LocalDate comparableFrom) {
    return comparableFrom == null ? LocalDate.MIN : comparableFrom;
  }
}
