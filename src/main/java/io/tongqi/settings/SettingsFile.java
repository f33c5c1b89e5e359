package io.tongqi.settings;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.tongqi.calendar.Window;
import io.tongqi.domain.UnknownCodes;
import io.tongqi.faults.Faults;
import io.tongqi.faults.SettingsException;
import io.tongqi.reference.ReferenceData;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.annotation.Nullable;
import org.apache.commons.lang3.StringUtils;

/**
 * The settings as they are written, their keys as `schema/settings.json` tells them. What is not
 * given and has no default is null; so is what the schema refuses.
 */
public record SettingsFile(
    @JacksonInject Path file,
    Force force,
    ZoneId timeZone,
    String warehouse,
    List<String> sources,
    @Nullable String reference,
    int years,
    Map<String, String> windows,
    UnknownCodes unknownCodes,
    double rejectShareLimit,
    double movedShareLimit,
    double vanishShareLimit,
    double alikeShareLimit,
    int quarantineRawDays,
    int releaseDays,
    int ratesFromCases,
    Catalog catalog,
    @JsonProperty("notify") List<String> notified,
    @Nullable String metricsFile,
    Spark spark) {
  private static final ReferenceData NO_REFERENCE =
      ReferenceData.of(List.of(), List.of(), List.of(), List.of());

  /** Without sources where none are given. */
  public SettingsFile {
    sources = Objects.requireNonNullElse(sources, List.of());
  }

  /** How the tables are registered in the catalog of Spark. */
  public record Catalog(@Nullable String schemaPrefix) {}

  /** Spark's own settings. */
  public record Spark(String master, Map<String, String> conf) {}

  /**
   * Loads the settings file and all files that it names.
   *
   * @param environment the variables for `${NAME}`
   * @throws SettingsException with all faults of all files
   */
  public static Settings load(Path file, Map<String, String> environment) {
    Faults faults = new Faults();
    RecordReader reader = new RecordReader(environment, faults);
    Map<String, String> properties = SparkProperties.named(environment, faults);
    return reader
        .read(file, Schema.SETTINGS, SettingsFile.class)
        .orElseThrow(() -> new SettingsException(faults.list()))
        .settings(reader, properties, faults);
  }

  /** Reads the files that the settings name, and checks them together with the settings. */
  private Settings settings(RecordReader reader, Map<String, String> properties, Faults faults) {
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
        movedShareLimit,
        vanishShareLimit,
        alikeShareLimit,
        quarantineRawDays,
        releaseDays,
        ratesFromCases,
        Optional.ofNullable(catalog.schemaPrefix()),
        notified,
        Optional.ofNullable(metricsFile).map(it -> YamlFile.local(file, it)),
        spark.master(),
        configuration(properties));
  }

  private Map<String, String> configuration(Map<String, String> properties) {
    Map<String, String> all = new LinkedHashMap<>(spark.conf());
    all.putAll(properties);
    return all;
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
    Map<String, MappingFile> named = new HashMap<>();
    List<MappingFile> mappings = new ArrayList<>();
    for (String path : sources) {
      Optional<MappingFile> read =
          reader.read(YamlFile.local(file, path), Schema.MAPPING, MappingFile.class);
      read.ifPresent(mappings::add);
      read.ifPresent(mapping -> new MappingCheck(mapping, faults).run());
      read.filter(mapping -> mapping.source() != null)
          .map(mapping -> named.put(mapping.source(), mapping))
          .ifPresent(other -> refuseSameName(read.get(), other, faults));
    }
    return mappings;
  }

  private static void refuseSameName(MappingFile mapping, MappingFile other, Faults faults) {
    faults.add(
        mapping.file(),
        "key source",
        "\"%s\" is the name of another source (%s)".formatted(mapping.source(), other.file()),
        "give each source its own name and list it once");
  }

  private ReferenceData reference(List<MappingFile> mappings, Faults faults) {
    int before = faults.count();
    ReferenceData data = reference == null ? NO_REFERENCE : reference(faults);
    BookingCheck check = new BookingCheck(data, faults);
    ActivityCheck activities = new ActivityCheck(data, faults);
    if (reference != null && faults.count() == before) {
      check.refuseUnknownCodes(mappings);
      activities.refuseUnknownCodes(mappings);
    }
    check.refuseDouble(mappings);
    activities.refuseDouble(mappings);
    activities.refuseShareOfNothing(mappings);
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
