package io.tongqi.settings;

import com.fasterxml.jackson.annotation.JacksonInject;
import io.tongqi.calendar.Window;
import io.tongqi.domain.UnknownCodes;
import io.tongqi.faults.Faults;
import io.tongqi.faults.SettingsException;
import io.tongqi.reference.ReferenceData;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.Nullable;
import org.apache.commons.lang3.StringUtils;

/**
 * The settings as they are written, their keys as `schema/settings.json` tells them. What is not
 * given and has no default is null; so is what the schema refuses.
 */
record SettingsFile(
    @JacksonInject Path file,
    Force force,
    ZoneId timeZone,
    String warehouse,
    @Nullable List<String> sources,
    @Nullable String reference,
    int years,
    Map<String, String> windows,
    UnknownCodes unknownCodes,
    double rejectShareLimit,
    double vanishShareLimit,
    Spark spark) {
  private static final ReferenceData NO_REFERENCE =
      ReferenceData.of(List.of(), List.of(), List.of(), List.of());

  /** Spark's own settings. */
  record Spark(String master, Map<String, String> conf) {}

  /**
   * Reads the files that the settings name, and checks them together with the settings.
   *
   * @throws SettingsException with all faults of all files
   */
  Settings load(RecordReader reader, Faults faults) {
    windows.forEach((name, days) -> refuseUnusable(name, days, faults));
    List<MappingFile> mappings = mappings(reader, faults);
    ReferenceData data = reference(mappings, faults);
    if (faults.count() > 0) {
      throw new SettingsException(faults.list());
    }
    return new Settings(
        file,
        force,
        timeZone,
        YamlFile.anywhere(file, warehouse),
        mappings.stream().map(mapping -> mapping.mapping(timeZone)).toList(),
        unknownCodes == UnknownCodes.UNKNOWN ? data.withUnknown() : data,
        years,
        windows,
        unknownCodes,
        rejectShareLimit,
        vanishShareLimit,
        spark.master(),
        spark.conf());
  }

  /** The calendar's own message says what is wrong and, last, what to do. */
  private void refuseUnusable(String name, String days, Faults faults) {
    try {
      Window.named(name, days);
    } catch (IllegalArgumentException unusable) {
      String message = unusable.getMessage();
      faults.add(
          file,
          "key windows." + name,
          StringUtils.substringBeforeLast(message, "; "),
          StringUtils.substringAfterLast(message, "; "));
    }
  }

  private List<MappingFile> mappings(RecordReader reader, Faults faults) {
    List<MappingFile> mappings =
        Optional.ofNullable(sources).orElse(List.of()).stream()
            .map(path -> YamlFile.local(file, path))
            .flatMap(path -> reader.read(path, Schema.MAPPING, MappingFile.class).stream())
            .toList();
    Map<String, Path> named = new HashMap<>();
    for (MappingFile mapping : mappings) {
      new MappingCheck(mapping, faults).run();
      Path other =
          mapping.source() == null ? null : named.putIfAbsent(mapping.source(), mapping.file());
      if (other != null) {
        faults.add(
            mapping.file(),
            "key source",
            "\"%s\" is the name of another source (%s)".formatted(mapping.source(), other),
            "give each source its own name and list it once");
      }
    }
    return mappings;
  }

  private ReferenceData reference(List<MappingFile> mappings, Faults faults) {
    int before = faults.count();
    ReferenceData data = reference == null ? NO_REFERENCE : reference(faults);
    BookingCheck check = new BookingCheck(data, faults);
    if (reference != null && faults.count() == before) {
      check.refuseUnknownCodes(mappings);
    }
    check.refuseDouble(mappings);
    return data;
  }

  private ReferenceData reference(Faults faults) {
    if (YamlFile.hasScheme(reference)) {
      faults.add(
          file,
          "key reference",
          "\"%s\" is not on this machine".formatted(reference),
          "name a local folder");
      return NO_REFERENCE;
    }
    return ReferenceData.load(YamlFile.local(file, reference), faults);
  }
}
