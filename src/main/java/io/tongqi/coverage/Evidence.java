package io.tongqi.coverage;

import io.tongqi.reference.Group;
import io.tongqi.settings.Measure;
import io.tongqi.settings.Settings;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Set;

/** How far figures can be trusted: who answers for them, what was delivered, what is open. */
public final class Evidence implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Horizon horizon;
  private final HashMap<Area, HashMap<List<Integer>, Ground>> grounds = new HashMap<>();
  private final HashMap<String, List<Integer>> bookingsOfGroup = new HashMap<>();
  private final HashMap<Area, LocalDate> areaComparableFrom = new HashMap<>();
  private final HashMap<String, LocalDate> groupComparableFrom = new HashMap<>();
  private final HashMap<Area, DaySet> existence = new HashMap<>();
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
    List<Territory> territories = Territories.of(settings.reference(), settings.force().code());
    this.quarantined = new Quarantined(territories, settings.reference(), lines);
    List<Booked> bookings =
        settings.sources().stream()
            .flatMap(source -> source.books().stream().map(it -> new Booked(source, it)))
            .toList();
    for (Group group : settings.reference().groups()) {
      String code = group.categoryGroup();
      bookingsOfGroup.put(code, Booked.numbers(bookings, code));
      if (group.comparableFrom() != null) {
        groupComparableFrom.put(code, group.comparableFrom());
      }
    }
    Survey survey = new Survey(horizon, new Deliveries(horizon, deliveries));
    for (Territory territory : territories) {
      HashMap<List<Integer>, Ground> byBookings = new HashMap<>();
      for (List<Integer> numbers : Set.copyOf(bookingsOfGroup.values())) {
        byBookings.put(
            numbers, survey.ground(territory, numbers.stream().map(bookings::get).toList()));
      }
      grounds.put(territory.area(), byBookings);
      existence.put(territory.area(), new DaySet(horizon, territory.existence(horizon)));
      if (territory.comparableFrom() != null) {
        areaComparableFrom.put(territory.area(), territory.comparableFrom());
      }
    }
  }

  /** What carries some measures, at least one, of an area and a category group. */
  public Support support(Area area, String group, Set<Measure> measures) {
    return ground(area, group).of(measures);
  }

  /** What carries everything that is booked for an area and a category group. */
  public Support support(Area area, String group) {
    return ground(area, group).all();
  }

  /** Whether the area existed on all days, and they compare with today's in area and group. */
  public boolean isComparable(Area area, String group, LocalDate firstDay, LocalDate lastDay) {
    return existence.get(area).count(firstDay, lastDay)
            == horizon.number(lastDay) - horizon.number(firstDay) + 1
        && !firstDay.isBefore(areaComparableFrom.getOrDefault(area, LocalDate.MIN))
        && !firstDay.isBefore(groupComparableFrom.getOrDefault(group, LocalDate.MIN));
  }

  /** Whether the area exists on a day. */
  public boolean exists(Area area, LocalDate day) {
    return existence.get(area).touches(day, day);
  }

  /** How many open lines of the sources may belong to the area, the group and the days. */
  public long linesInQuarantine(
      Set<String> sources, Area area, String group, LocalDate firstDay, LocalDate lastDay) {
    return quarantined.lines(sources, area, group, firstDay, lastDay);
  }

  /** The days, by their number, on which it is unknown whether incidents were reported. */
  public BitSet daysUnknown(Area area, String group) {
    Support support = support(area, group, Set.of(Measure.INCIDENTS_REPORTED));
    BitSet unknown = quarantined.days(support.sources(), area, group, horizon);
    BitSet uncovered = horizon.between(null, null);
    uncovered.andNot(support.covered().bits());
    unknown.or(uncovered);
    return unknown;
  }

  private Ground ground(Area area, String group) {
    return grounds.get(area).get(bookingsOfGroup.get(group));
  }
}
