package io.tongqi.coverage;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The days delivered, by source and station number. */
final class Deliveries {
  private final Horizon horizon;
  private final Map<String, BitSet> everywhere = new HashMap<>();
  private final Map<String, Map<String, BitSet>> byStation = new HashMap<>();

  Deliveries(Horizon horizon, Collection<Delivery> deliveries) {
    this.horizon = horizon;
    for (Delivery delivery : deliveries) {
      daysOf(delivery).or(horizon.between(delivery.firstDay(), delivery.lastDay()));
    }
  }

  /** The days for which a source has delivered the records of a station number. */
  BitSet days(String source, String station) {
    BitSet days = new BitSet(horizon.days());
    days.or(everywhere.getOrDefault(source, new BitSet()));
    days.or(byStation.getOrDefault(source, Map.of()).getOrDefault(station, new BitSet()));
    return days;
  }

  private BitSet daysOf(Delivery delivery) {
    if (delivery.station() == null) {
      return everywhere.computeIfAbsent(delivery.source(), it -> new BitSet());
    }
    return byStation
        .computeIfAbsent(delivery.source(), it -> new HashMap<>())
        .computeIfAbsent(delivery.station(), it -> new BitSet());
  }
}
