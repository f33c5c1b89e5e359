package io.tongqi.settings;

import java.time.LocalDate;
import java.util.Set;

/**
 * Days on which a source truly had little or nothing to deliver: they are not doubted.
 *
 * @param from the first of them
 * @param to the last
 * @param because why, in words
 * @param stations station codes; empty: all of the source
 */
public record Quiet(LocalDate from, LocalDate to, String because, Set<String> stations) {
  /** Keeps a copy of the set. */
  public Quiet {
    stations = Set.copyOf(stations);
  }
}
