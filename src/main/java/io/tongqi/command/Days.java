package io.tongqi.command;

import java.time.LocalDate;
import java.time.ZoneId;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that name the days of a run. */
final class Days {
  @Mixin private LastDay lastDay;

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

  /** The days as given, else by the clock, which is read once: ask once for a run. */
  Counted in(ZoneId zone) {
    LocalDate last = lastDay.in(zone);
    return new Counted(last, knownAt == null ? last : knownAt);
  }
}
