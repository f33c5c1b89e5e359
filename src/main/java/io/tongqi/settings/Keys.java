package io.tongqi.settings;

import com.fasterxml.jackson.databind.JsonNode;
import io.tongqi.faults.Faults;
import io.tongqi.faults.Remedy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The keys on one level of a YAML file. What is wrong with a value is recorded as a fault, and
 * reading goes on without the value. A key without a value counts as not given.
 */
final class Keys {
  private final Path file;
  private final String place;
  private final JsonNode object;
  private final Faults faults;
  private final Set<String> known = new LinkedHashSet<>();

  Keys(Path file, String place, JsonNode object, Faults faults) {
    this.file = file;
    this.place = place;
    this.object = object;
    this.faults = faults;
  }

  static String place(String parent, String key) {
    return parent.isEmpty() ? key : parent + "." + key;
  }

  static String place(String parent, int index) {
    return "%s[%d]".formatted(parent, index);
  }

  /** The value of a key, which becomes a known one. */
  Value value(String key) {
    known.add(key);
    return new Value(file, place(place, key), object.path(key), faults);
  }

  /** The value of a key that must be there. */
  Value required(String key) {
    Value value = value(key);
    if (!value.isPresent()) {
      value.fault("is missing", "add it");
    }
    return value;
  }

  /** The keys that are given, known or not. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** Whether one of some keys is given. */
  boolean hasAny(String... keys) {
    return List.of(keys).stream().anyMatch(key -> value(key).isPresent());
  }

  /** Records that something is wrong with the keys as a whole. */
  void fault(String problem, String remedy) {
    faults.add(file, place.isEmpty() ? "the file" : "key " + place, problem, remedy);
  }

  /** Records each given key that nobody has asked for as a fault. */
  void refuseOthers() {
    for (String name : names()) {
      if (!known.contains(name)) {
        String remedy = Remedy.choose(name, known);
        faults.add(file, "key " + place(place, name), "is not a known key", remedy);
      }
    }
  }
}
