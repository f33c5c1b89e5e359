package io.tongqi.command;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import picocli.CommandLine.Option;

/** The option that names the last day to count. */
final class LastDay {
  private final InstantSource clock;

  @Option(
      names = "--as-of",
      paramLabel = "DAY",
      description = "last day to count, such as 2024-06-30 (default: yesterday)")
  private LocalDate asOf;

  LastDay(InstantSource clock) {
    this.clock = clock;
  }

  /** The day as given, else by the clock, which is read once: ask once for a run. */
  LocalDate in(ZoneId zone) {
    return asOf == null ? clock.instant().atZone(zone).toLocalDate().minusDays(1) : asOf;
  }
}
