package io.tongqi.command;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import picocli.CommandLine.Option;

/** The options that name the days of a run. */
final class Days {
  private final InstantSource clock;

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

  /**
   * The days of one run.
   *
   * @param asOf the last day to count
   * @param knownAt the last day of recording to count
   */
  record Counted(LocalDate asOf, LocalDate knownAt) {}

  Days(InstantSource clock) {
    this.clock = clock;
  }

  /** The days as given, else by the clock, which is read once: ask once for a run. */
  Counted in(ZoneId zone) {
    LocalDate last = asOf == null ? clock.instant().atZone(zone).toLocalDate().minusDays(1) : asOf;
    return new Counted(last, knownAt == null ? last : knownAt);
  }
}
