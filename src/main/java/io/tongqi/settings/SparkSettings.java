package io.tongqi.settings;

import java.util.LinkedHashMap;
import java.util.Map;

/** Spark's own settings: `spark` of the settings file. */
record SparkSettings(String master, Map<String, String> configuration) {
  static final SparkSettings LOCAL = new SparkSettings("local[*]", Map.of());

  static SparkSettings of(Keys keys) {
    String master = keys.value("master").text().orElse(LOCAL.master());
    Map<String, String> configuration = new LinkedHashMap<>();
    for (Map.Entry<String, Value> entry : keys.value("conf").byName().entrySet()) {
      if (!entry.getKey().startsWith("spark.")) {
        entry.getValue().fault("is no setting of Spark", "write a key that begins with spark.");
      }
      entry.getValue().scalar().ifPresent(text -> configuration.put(entry.getKey(), text));
    }
    keys.refuseOthers();
    return new SparkSettings(master, configuration);
  }
}
