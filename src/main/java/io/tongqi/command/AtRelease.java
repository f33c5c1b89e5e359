package io.tongqi.command;

import io.tongqi.faults.SettingsException;
import io.tongqi.release.Releases;
import io.tongqi.tables.Tables;
import java.util.List;
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
    if (id == null) {
      return reading.get();
    }
    tables.name(new Releases(tables.spark(), tables).named(id).tableVersions());
    try {
      return reading.get();
    } catch (Exception failure) {
      if (Tables.isGone(failure)) {
        throw new SettingsException(List.of(new Releases(tables.spark(), tables).whereToRead(id)));
      }
      throw failure;
    }
  }
}
