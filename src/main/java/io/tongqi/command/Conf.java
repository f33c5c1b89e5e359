package io.tongqi.command;

import io.tongqi.settings.Settings;
import io.tongqi.settings.SettingsFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
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
    return SettingsFile.load(file, variables());
  }

  /**
   * The variables that settings may name: of the environment, and of the Java process, by which a
   * submitted run is told those of who submitted it.
   */
  private static Map<String, String> variables() {
    Map<String, String> variables = new HashMap<>(System.getenv());
    for (String name : System.getProperties().stringPropertyNames()) {
      variables.putIfAbsent(name, System.getProperty(name));
    }
    return variables;
  }
}
