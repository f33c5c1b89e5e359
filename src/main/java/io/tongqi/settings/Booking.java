package io.tongqi.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.tongqi.domain.Measure;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import javax.annotation.Nullable;

/**
 * A measure that a source answers for, and for what part of it.
 *
 * @param measure the measure
 * @param from the first day; null: since ever
 * @param to the last day; null: for ever
 * @param stations station codes; empty: all
 * @param categoryGroups codes of category groups; empty: all
 */
public record Booking(
    Measure measure,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    Set<String> stations,
    Set<String> categoryGroups) {
  /** Keeps copies of the sets. */
  public Booking {
    stations = Set.copyOf(stations);
    categoryGroups = Set.copyOf(categoryGroups);
  }

  @JsonCreator
  static Booking named(String measure) {
    return of(Measure.valueOf(measure.toUpperCase(Locale.ROOT)));
  }

  /** A booking of a measure for all days, stations and category groups. */
  public static Booking of(Measure measure) {
    return new Booking(measure, null, null, Set.of(), Set.of());
  }
}
