package io.tongqi.coverage;

import io.tongqi.domain.Measure;
import io.tongqi.reference.Station;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds, for areas, who books what on which days, and which of those were delivered. */
final class Survey {
  /**
   * What goes on after a station has closed: its cases are still cleared, and property recovered.
   */
  private static final Set<Measure> OUTLIVING =
      EnumSet.of(
          Measure.CASES_CLEARED,
          Measure.RECOVERED_CENTS,
          Measure.CLEARANCES_TIMED,
          Measure.CLEARED_WITHIN_1H,
          Measure.CLEARED_WITHIN_24H);

  private final Horizon horizon;
  private final Deliveries deliveries;

  Survey(Horizon horizon, Deliveries deliveries) {
    this.horizon = horizon;
    this.deliveries = deliveries;
  }

  /** What carries the figures of an area, by the bookings that concern the category group. */
  Ground ground(Territory territory, List<Booked> bookings) {
    Map<Measure, Support> byMeasure = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      Territory answering = OUTLIVING.contains(measure) ? territory.outliving() : territory;
      byMeasure.put(
          measure, support(answering, bookings.stream().filter(it -> it.isOf(measure)).toList()));
    }
    return new Ground(byMeasure, support(territory, bookings));
  }

  private Support support(Territory territory, List<Booked> bookings) {
    BitSet covered = territory.existence(horizon);
    for (Station station : territory.stations()) {
      BitSet missing = Territory.existence(station, horizon);
      missing.andNot(covered(station, bookings));
      covered.andNot(missing);
    }
    return new Support(List.of(answers(territory, bookings)), new DaySet(horizon, covered));
  }

  private List<Answer> answers(Territory territory, List<Booked> bookings) {
    List<Answer> answers = new ArrayList<>();
    for (Booked booked : bookings) {
      BitSet days = new BitSet();
      territory.stations().stream()
          .filter(it -> booked.concernsStation(it.station()))
          .forEach(it -> days.or(Territory.existence(it, horizon)));
      days.and(booked.days(horizon));
      if (!days.isEmpty()) {
        answers.add(booked.answer(new DaySet(horizon, days)));
      }
    }
    return List.copyOf(answers);
  }

  /** The days on which someone books for the station, and all who do have delivered. */
  private BitSet covered(Station station, List<Booked> bookings) {
    BitSet booked = new BitSet();
    BitSet missing = new BitSet();
    for (Booked it : bookings) {
      if (it.concernsStation(station.station())) {
        BitSet days = it.days(horizon);
        booked.or(days);
        days.andNot(deliveries.days(it.source(), station.station()));
        missing.or(days);
      }
    }
    booked.andNot(missing);
    return booked;
  }
}
