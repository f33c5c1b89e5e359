package io.tongqi.command;

import java.time.LocalDate;
import java.time.ZoneId;
import picocli.CommandLine.Option;

/** The options that name the days of a run; the only place that reads the calendar's today. */
final class Days {
  @Option(
      names = "--as-of",
      paramLabel = "DAY",
      description = "last day to count, such as 2024-06-30 (default: yesterday)")
  private LocalDate asOf;

  @Option(
      names = "--known-at",
      paramLabel = "DAY",
      description = "count what was recorded up to this day (default: the day of --as-of)")
  private LocalDate knownAt;

  LocalDate asOf(ZoneId zone) {
    return asOf == null ? LocalDate.now(zone).minusDays(1) : asOf;
  }

  LocalDate knownAt(ZoneId zone) {
    return knownAt == null ? asOf(zone) : knownAt;
  }
}
