package io.tongqi.settings;

import io.tongqi.domain.Measure;
import io.tongqi.domain.Resolution;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads `books` and `resolution` of a source mapping. */
final class BookingReader {
  private BookingReader() {}

  static List<Booking> bookings(Value books) {
    return books.elements().stream().flatMap(element -> booking(element).stream()).toList();
  }

  private static Optional<Booking> booking(Value value) {
    if (!value.json().isObject()) {
      return value.choice(Measure.class).map(Booking::of);
    }
    return value.keys().flatMap(BookingReader::limited);
  }

  private static Optional<Booking> limited(Keys keys) {
    Optional<Measure> measure = keys.required("measure").choice(Measure.class);
    LocalDate from = keys.value("from").date().orElse(null);
    Value end = keys.value("to");
    LocalDate to = end.date().orElse(null);
    if (from != null && to != null && to.isBefore(from)) {
      end.fault("%s is before %s".formatted(to, from), "write a day on or after " + from);
    }
    Set<String> stations = Set.copyOf(keys.value("stations").texts());
    Set<String> groups = Set.copyOf(keys.value("category_groups").texts());
    keys.refuseOthers();
    return measure.map(booked -> new Booking(booked, from, to, stations, groups));
  }

  /** The resolution of each booked measure. */
  static Map<Measure, Resolution> resolutions(Value value, List<Booking> books) {
    Map<Measure, Resolution> resolutions = new EnumMap<>(Measure.class);
    if (!value.json().isObject()) {
      Resolution all = value.choice(Resolution.class).orElse(Resolution.DAY);
      books.forEach(booking -> resolutions.put(booking.measure(), all));
      return resolutions;
    }
    Keys keys = value.keys().orElseThrow();
    Resolution others = keys.value("default").choice(Resolution.class).orElse(Resolution.DAY);
    for (Booking booking : books) {
      Value own = keys.value(booking.measure().column());
      resolutions.put(booking.measure(), own.choice(Resolution.class).orElse(others));
    }
    keys.refuseOthers();
    return resolutions;
  }
}
