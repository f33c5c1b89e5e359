package io.tongqi.settings;

import io.tongqi.calendar.DayRange;
import io.tongqi.domain.CanonicalColumn;
import io.tongqi.domain.Format;
import io.tongqi.domain.Mode;
import io.tongqi.faults.Faults;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a source mapping; what is wrong with it becomes faults. */
final class MappingReader {
  private static final DayRange PLAUSIBLE =
      new DayRange(LocalDate.of(1950, 1, 1), LocalDate.of(2100, 12, 31));

  private final Path file;
  private final Keys keys;

  private MappingReader(Path file, Keys keys) {
    this.file = file;
    this.keys = keys;
  }

  /** Empty where the file cannot be read at all; of use only if there are no faults. */
  static Optional<SourceMapping> read(
      Path file, ZoneId timeZone, Map<String, String> environment, Faults faults) {
    return YamlFile.read(file, environment, faults)
        .map(keys -> new MappingReader(file, keys).mapping(timeZone));
  }

  private SourceMapping mapping(ZoneId timeZone) {
    Format format = keys.required("format").choice(Format.class).orElse(Format.CSV);
    Mode mode = keys.value("mode").choice(Mode.class).orElse(Mode.CHANGES);
    List<Booking> books = BookingReader.bookings(filled("books"));
    DayRange plausible = plausible();
    SourceMapping mapping =
        new SourceMapping(
            file,
            Readers.name(keys.required("source")).orElse(""),
            Locations.anywhere(file, keys.required("root").text().orElse("")),
            Readers.glob(keys.required("files")).orElse(""),
            format,
            TextOptions.csv(keys.value("csv"), format),
            TextOptions.encoding(keys.value("encoding"), format),
            TextOptions.encodings(keys.value("encodings")),
            Readers.zone(keys.value("time_zone")).orElse(timeZone),
            mode,
            keys.value("aliases").textsByName(),
            Set.copyOf(keys.value("optional").texts()),
            TextOptions.timestamps(keys.value("timestamps")),
            fields(mode, books),
            books,
            CoverageReader.read(filled("covers")),
            keys.value("delivered").keys().flatMap(MappingReader::delivered),
            BookingReader.resolutions(keys.value("resolution"), books),
            keys.value("versions_from").date(),
            plausible.first(),
            plausible.last(),
            "");
    keys.refuseOthers();
    return mapping.withHash();
  }

  /** The value of a key that must be there and have something in it. */
  private Value filled(String key) {
    Value value = keys.required(key);
    if (value.json().isContainerNode() && value.json().isEmpty()) {
      value.fault("is empty", "list at least one");
    }
    return value;
  }

  private Map<CanonicalColumn, String> fields(Mode mode, List<Booking> books) {
    Value value = filled("fields");
    Map<CanonicalColumn, String> fields = FieldsReader.read(value);
    if (value.json().isObject()) {
      FieldsReader.check(value, fields, mode, books);
    }
    return fields;
  }

  private DayRange plausible() {
    Optional<Keys> bounds = keys.value("plausible").keys();
    Optional<DayRange> days = bounds.flatMap(Readers::days);
    bounds.ifPresent(Keys::refuseOthers);
    return days.orElse(PLAUSIBLE);
  }

  private static Optional<NamePattern> delivered(Keys keys) {
    Optional<NamePattern> pattern = Readers.namePattern(keys);
    keys.refuseOthers();
    if (pattern.isPresent() && !pattern.get().tellsDays()) {
      keys.value("format").fault("tells no day", "write a date pattern with year, month and day");
      return Optional.empty();
    }
    return pattern;
  }
}
