package io.tongqi.coverage;

import io.tongqi.domain.CanonicalColumn;
import io.tongqi.domain.Measure;
import io.tongqi.settings.Booking;
import io.tongqi.settings.SourceMapping;
import java.util.BitSet;

/** A booking with the mapping that it stands in. */
record Booked(SourceMapping mapping, Booking booking) {
  boolean isOf(Measure measure) {
    return booking.measure() == measure;
  }

  boolean concernsStation(String station) {
    return booking.stations().isEmpty() || booking.stations().contains(station);
  }

  boolean concernsGroup(String group) {
    return booking.categoryGroups().isEmpty() || booking.categoryGroups().contains(group);
  }

  String source() {
    return mapping.source();
  }

  BitSet days(Horizon horizon) {
    return horizon.between(booking.from(), booking.to());
  }

  private boolean isOneRecordALine() {
    return !mapping.fields().containsKey(CanonicalColumn.COUNT)
        && !mapping.fields().containsKey(CanonicalColumn.CLEARED_COUNT);
  }

  Answer answer(DaySet days) {
    return new Answer(
        source(),
        booking.measure(),
        days,
        mapping.resolution().get(booking.measure()),
        isOneRecordALine(),
        mapping.versionsFrom().orElse(null));
  }
}
