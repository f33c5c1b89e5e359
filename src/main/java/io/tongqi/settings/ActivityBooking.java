package io.tongqi.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.LocalDate;
import java.util.Set;
import javax.annotation.Nullable;

/**
 * An activity that a source answers for, and for what part of it.
 *
 * @param activity its code
 * @param from the first day; null: since ever
 * @param to the last day; null: for ever
 * @param stations station codes; empty: all
 */
public record ActivityBooking(
    String activity, @Nullable LocalDate from, @Nullable LocalDate to, Set<String> stations) {
  /** Keeps a copy of the set. */
  public ActivityBooking {
    stations = Set.copyOf(stations);
  }

  @JsonCreator
  static ActivityBooking named(String activity) {
    return new ActivityBooking(activity, null, null, Set.of());
  }
}
