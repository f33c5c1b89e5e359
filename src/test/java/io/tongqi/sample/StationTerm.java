package io.tongqi.sample;

import java.time.LocalDate;
import java.util.Map;

/**
 * A station and the days on which it is open.
 *
 * @param station its number
 * @param district its district
 * @param from the first day
 * @param to the last day
 */
record StationTerm(String station, String district, LocalDate from, LocalDate to) {
  static StationTerm of(Map<String, String> row) {
    String to = row.get("valid_to");
    return new StationTerm(
        row.get("station"),
        row.get("district"),
        LocalDate.parse(row.get("valid_from")),
        to.isEmpty() ? LocalDate.MAX : LocalDate.parse(to));
  }

  boolean isOpen(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }
}
