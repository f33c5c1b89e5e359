package io.tongqi.report;

import io.tongqi.calendar.DayRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the silences of a source are.
 *
 * @param longest the longest run of covered days without a row
 * @param silentStations the stations that are silent now, each with the first day of its silence
 * @param doubts what is doubtful, in words
 */
public record SilenceReport(
    String source, Optional<DayRange> longest, List<String> silentStations, List<String> doubts) {
  /** All of it, in lines. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "source %s: longest silence %s; stations silent now: %s"
            .formatted(
                source,
                longest.map(it -> "%s (%d days)".formatted(it, it.days())).orElse("none"),
                silentStations.isEmpty() ? "none" : String.join(", ", silentStations)));
    doubts.forEach(it -> lines.add("source %s: %s".formatted(source, it)));
    return lines;
  }
}
