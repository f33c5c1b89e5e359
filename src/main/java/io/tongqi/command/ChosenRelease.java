package io.tongqi.command;

import io.tongqi.release.Release;
import io.tongqi.release.Releases;
import io.tongqi.tables.Tables;
import java.time.LocalDate;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** The options that say which release is meant: one by its id, or the newest of a day. */
final class ChosenRelease {
  @Option(
      names = "--as-of",
      paramLabel = "DAY",
      description = "the newest release of this day (default: of the newest day)")
  private LocalDate asOf;

  @Option(names = "--release", paramLabel = "ID", description = "this release")
  private String id;

  /**
   * Reads the tables as they stood at it.
   *
   * @param doing what they are read for, for the message
   * @throws io.tongqi.faults.SettingsException when there is no such release, or its files were
   *     removed
   */
  <T> T read(Tables tables, String doing, Function<Release, T> reading) {
    Releases releases = new Releases(tables.spark(), tables);
    return AtRelease.at(tables, releases.chosen(id, asOf, doing, "run nightly first"), reading);
  }
}
