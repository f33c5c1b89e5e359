package io.tongqi.settings;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tongqi.faults.Faults;
import io.tongqi.faults.SettingsException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Properties of Spark in a file of their own, in the form that {@code spark-submit
 * --properties-file} takes; the schema of the settings says which are secrets.
 */
public final class SparkProperties {
  /** The environment variable that names the file for a run without spark-submit. */
  static final String VARIABLE = "TONGQI_SPARK_PROPERTIES";

  private SparkProperties() {}

  /**
   * Refuses the secrets among what Spark was told, whoever told it.
   *
   * @throws SettingsException when there are any
   */
  public static void refuseSecrets(String origin, Map<String, String> properties) {
    Faults faults = new Faults();
    refuse(origin, properties, faults);
    if (faults.count() > 0) {
      throw new SettingsException(faults.list());
    }
  }

  /** The properties in the file that the environment names, if it names one. */
  static Map<String, String> named(Map<String, String> environment, Faults faults) {
    String file = environment.getOrDefault(VARIABLE, "");
    return file.isBlank() ? Map.of() : read(Path.of(file), faults);
  }

  private static Map<String, String> read(Path file, Faults faults) {
    Properties read = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      read.load(reader);
    } catch (NoSuchFileException missing) {
      faults.add(file, "the file", "does not exist", "create it, or correct " + VARIABLE);
    } catch (IOException | IllegalArgumentException unreadable) {
      faults.add(
          file, "the file", "cannot be read (" + unreadable + ")", "write \"key value\" a line");
    }
    Map<String, String> properties = new TreeMap<>();
    read.stringPropertyNames().forEach(it -> properties.put(it, read.getProperty(it).strip()));
    refuse(file, properties, faults);
    return properties;
  }

  private static void refuse(Object origin, Map<String, String> properties, Faults faults) {
    ObjectNode content = JsonNodeFactory.instance.objectNode();
    ObjectNode conf = content.putObject("spark").putObject("conf");
    properties.forEach(conf::put);
    SchemaFault.all(Schema.SETTINGS, content).stream()
        .filter(SchemaFault::isForbidden)
        .forEach(fault -> fault.addTo(faults, origin, Places.KEYS));
  }
}
