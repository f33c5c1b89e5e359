package io.tongqi.command;

import io.tongqi.faults.SettingsException;
import io.tongqi.release.Release;
import io.tongqi.release.Releases;
import io.tongqi.tables.Tables;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** The option that has the tables read as they stood at a release. */
final class AtRelease {
  @Option(
      names = "--release",
      paramLabel = "ID",
      description = "read the tables as they stood at this release")
  private String id;

  /**
   * Reads the tables so.
   *
   * @throws SettingsException when there is no such release, or its files were removed
   */
  <T> T read(Tables tables, Supplier<T> reading) {
    return id == null
        ? reading.get()
        : at(tables, new Releases(tables.spark(), tables).named(id), it -> reading.get());
  }

  /**
   * Reads the tables as they stood at the release, or at the newest one where none is named.
   *
   * @param doing what they are read for, for the message
   * @throws SettingsException when there is no such release, or its files were removed
   */
  <T> T readRelease(Tables tables, String doing, Function<Release, T> reading) {
    Releases releases = new Releases(tables.spark(), tables);
    return at(tables, releases.chosen(id, null, doing, "run nightly first"), reading);
  }

  /**
   * Reads the tables as they stood at a release.
   *
   * @throws SettingsException when its files were removed
   */
  static <T> T at(Tables tables, Release release, Function<Release, T> reading) {
    tables.name(release.tableVersions());
    try {
      return reading.apply(release);
    } catch (Exception failure) {
      if (Tables.isGone(failure)) {
        throw new SettingsException(
            List.of(new Releases(tables.spark(), tables).whereToRead(release.id())));
      }
      throw failure;
    }
  }
}
