package io.tongqi.command;

import io.tongqi.settings.Settings;
import io.tongqi.settings.SettingsFile;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that names the settings. */
final class Conf {
  @Option(
      names = "--conf",
      paramLabel = "FILE",
      defaultValue = "${env:TONGQI_CONF:-conf/tongqi.yaml}",
      description = "settings file (default: $TONGQI_CONF, else conf/tongqi.yaml)")
  private Path file;

  Settings settings() {
    return SettingsFile.load(file, System.getenv());
  }
}
