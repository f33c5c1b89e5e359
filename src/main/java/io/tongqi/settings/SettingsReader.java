package io.tongqi.settings;

import io.tongqi.calendar.Window;
import io.tongqi.domain.UnknownCodes;
import io.tongqi.faults.Faults;
import io.tongqi.reference.ReferenceData;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.lang3.StringUtils;

/** Reads the settings file and all files that it names; what is wrong with them becomes faults. */
final class SettingsReader {
  private static final int DECADE = 10;
  private static final int MOST_YEARS = 100;
  private static final double FIVE_PERCENT = 0.05;
  private static final ReferenceData NO_REFERENCE =
      ReferenceData.of(List.of(), List.of(), List.of(), List.of());

  private static final Force NOBODY = new Force("", "", "");

  private final Path file;
  private final Map<String, String> environment;
  private final Faults faults;

  SettingsReader(Path file, Map<String, String> environment, Faults faults) {
    this.file = file;
    this.environment = environment;
    this.faults = faults;
  }

  /** Of use only if there are no faults. */
  Settings settings(Keys keys) {
    Force force = keys.required("force").keys().map(SettingsReader::force).orElse(NOBODY);
    ZoneId timeZone = Readers.zone(keys.required("time_zone")).orElse(ZoneOffset.UTC);
    UnknownCodes unknownCodes =
        keys.value("unknown_codes").choice(UnknownCodes.class).orElse(UnknownCodes.QUARANTINE);
    String warehouse = Locations.anywhere(file, keys.required("warehouse").text().orElse(""));
    int years = keys.value("years").wholeNumber(1, MOST_YEARS).orElse(DECADE);
    Map<String, String> windows = windows(keys.value("windows"));
    double rejectShareLimit = keys.value("reject_share_limit").share().orElse(FIVE_PERCENT);
    double vanishShareLimit = keys.value("vanish_share_limit").share().orElse(FIVE_PERCENT);
    SparkSettings spark =
        keys.value("spark").keys().map(SparkSettings::of).orElse(SparkSettings.LOCAL);
    Value sources = keys.required("sources");
    Value reference = keys.required("reference");
    keys.refuseOthers();
    List<SourceMapping> mappings = sources(sources, timeZone);
    ReferenceData data = reference(reference, mappings);
    return new Settings(
        file,
        force,
        timeZone,
        warehouse,
        mappings,
        unknownCodes == UnknownCodes.UNKNOWN ? data.withUnknown() : data,
        years,
        windows,
        unknownCodes,
        rejectShareLimit,
        vanishShareLimit,
        spark.master(),
        spark.configuration());
  }

  private static Force force(Keys keys) {
    Force force =
        new Force(
            keys.required("code").text().orElse(""),
            keys.required("name_zh").text().orElse(""),
            keys.required("name_en").text().orElse(""));
    keys.refuseOthers();
    return force;
  }

  private static Map<String, String> windows(Value value) {
    Map<String, String> windows = new LinkedHashMap<>();
    for (Map.Entry<String, Value> window : value.byName().entrySet()) {
      String name = window.getKey();
      if (!Readers.isName(name)) {
        window.getValue().fault("is no name", "use lower-case letters, digits and underscores");
      }
      Optional<String> days = window.getValue().text();
      days.ifPresent(text -> windows.put(name, text));
      days.ifPresent(text -> refuseUnusable(window.getValue(), name, text));
    }
    return windows;
  }

  /** The calendar's own message says what is wrong and, last, what to do. */
  private static void refuseUnusable(Value value, String name, String days) {
    try {
      Window.named(name, days);
    } catch (IllegalArgumentException unusable) {
      String message = unusable.getMessage();
      value.fault(
          StringUtils.substringBeforeLast(message, "; "),
          StringUtils.substringAfterLast(message, "; "));
    }
  }

  private List<SourceMapping> sources(Value value, ZoneId timeZone) {
    if (value.json().isArray() && value.json().isEmpty()) {
      value.fault("is empty", "list at least one mapping file");
    }
    List<SourceMapping> mappings = new ArrayList<>();
    for (String path : value.texts()) {
      MappingReader.read(Locations.local(file, path), timeZone, environment, faults)
          .ifPresent(mappings::add);
    }
    refuseSameNames(mappings);
    return mappings;
  }

  private void refuseSameNames(List<SourceMapping> mappings) {
    Map<String, Path> named = new HashMap<>();
    for (SourceMapping mapping : mappings) {
      Path other = named.putIfAbsent(mapping.source(), mapping.file());
      if (other != null && !mapping.source().isEmpty()) {
        faults.add(
            mapping.file(),
            "key source",
            "\"%s\" is the name of another source (%s)".formatted(mapping.source(), other),
            "give each source its own name and list it once");
      }
    }
  }

  private ReferenceData reference(Value folder, List<SourceMapping> mappings) {
    int before = faults.count();
    ReferenceData reference = folder.text().map(path -> load(folder, path)).orElse(NO_REFERENCE);
    BookingCheck check = new BookingCheck(reference, faults);
    if (folder.isPresent() && faults.count() == before) {
      check.refuseUnknownCodes(mappings);
    }
    check.refuseDouble(mappings);
    return reference;
  }

  private ReferenceData load(Value folder, String path) {
    if (Locations.hasScheme(path)) {
      folder.fault("\"%s\" is not on this machine".formatted(path), "name a local folder");
      return NO_REFERENCE;
    }
    return ReferenceData.load(Locations.local(file, path), faults);
  }
}
