package io.tongqi.settings;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.tongqi.domain.CanonicalColumn;
import io.tongqi.domain.CodesAsOf;
import io.tongqi.domain.Format;
import io.tongqi.domain.Measure;
import io.tongqi.domain.Mode;
import io.tongqi.domain.Overlap;
import io.tongqi.domain.Resolution;
import io.tongqi.domain.SourceKind;
import io.tongqi.reference.ContentHash;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.annotation.Nullable;

/**
 * A source mapping as it is written, its keys as `schema/mapping.json` tells them. What is not
 * given and has no default is null; so is what the schema refuses, among `fields`, `books`,
 * `activities` and `covers` too.
 */
record MappingFile(
    @JacksonInject Path file,
    String source,
    SourceKind kind,
    String root,
    String files,
    Format format,
    CsvOptions csv,
    Charset encoding,
    Map<String, Charset> encodings,
    int maxLineBytes,
    @Nullable ZoneId timeZone,
    Mode mode,
    @Nullable String versionOrder,
    @Nullable Overlap overlap,
    Map<String, String> aliases,
    Set<String> optional,
    List<String> timestamps,
    @Nullable String ignore,
    @JsonSetter(contentNulls = Nulls.SET) Map<CanonicalColumn, String> fields,
    @JsonSetter(contentNulls = Nulls.SET) List<Booking> books,
    @JsonSetter(contentNulls = Nulls.SET) List<ActivityBooking> activities,
    @JsonSetter(contentNulls = Nulls.SET) List<Coverage.Rule> covers,
    @Nullable NamePattern delivered,
    CodesAsOf codesAsOf,
    Resolutions resolution,
    @Nullable LocalDate versionsFrom,
    Days plausible,
    @Nullable Expectation expects,
    @JsonSetter(contentNulls = Nulls.SET) List<Quiet> quiet) {
  MappingFile {
    books = Objects.requireNonNullElse(books, List.of());
    activities = Objects.requireNonNullElse(activities, List.of());
    covers = Objects.requireNonNullElse(covers, List.of());
  }

  /** Two days. */
  record Days(LocalDate from, LocalDate to) {}

  /** The resolutions of measures by their names, and by `default` that of all others. */
  record Resolutions(Map<String, Resolution> named) {
    static final String OTHERS = "default";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Resolutions {}

    @JsonCreator
    static Resolutions all(String resolution) {
      return new Resolutions(
          Map.of(OTHERS, Resolution.valueOf(resolution.toUpperCase(Locale.ROOT))));
    }

    Resolution of(Measure measure) {
      return named.getOrDefault(measure.column(), named.get(OTHERS));
    }
  }

  /**
   * What the mapping says; of use only if nothing is wrong with it.
   *
   * @param others the zone of times where the mapping names none
   */
  SourceMapping mapping(ZoneId others) {
    ZoneId zone = Optional.ofNullable(timeZone).orElse(others);
    List<Coverage> coverages = covers.stream().map(Coverage.Rule::coverage).toList();
    Map<Measure, Resolution> resolutions = new EnumMap<>(Measure.class);
    books.forEach(it -> resolutions.put(it.measure(), resolution.of(it.measure())));
    return new SourceMapping(
        file,
        source,
        kind,
        YamlFile.anywhere(file, root),
        files,
        format,
        csv,
        encoding,
        encodings,
        maxLineBytes,
        zone,
        mode,
        Optional.ofNullable(versionOrder),
        Optional.ofNullable(overlap),
        aliases,
        optional,
        timestamps,
        Optional.ofNullable(ignore),
        fields,
        books,
        activities,
        coverages,
        Optional.ofNullable(delivered),
        codesAsOf,
        resolutions,
        Optional.ofNullable(versionsFrom),
        plausible.from(),
        plausible.to(),
        Optional.ofNullable(expects),
        quiet,
        hash(zone, coverages, resolutions));
  }

  /** The hash of all that decides how the source is read and booked: not of where it lies. */
  private String hash(ZoneId zone, List<Coverage> coverages, Map<Measure, Resolution> resolutions) {
    Map<String, Object> content = new HashMap<>();
    content.put("source", source);
    content.put("files", files);
    content.put("format", format);
    content.put("csv", csv.toString());
    content.put("encoding", encoding.name());
    content.put("encodings", texts(encodings.entrySet().stream()));
    content.put("max_line_bytes", maxLineBytes);
    content.put("time_zone", zone.getId());
    content.put("mode", mode);
    content.put("version_order", texts(Stream.ofNullable(versionOrder)));
    content.put("overlap", texts(Stream.ofNullable(overlap)));
    content.put("aliases", aliases);
    content.put("optional", new TreeSet<>(optional));
    content.put("timestamps", timestamps);
    content.put("ignore", texts(Stream.ofNullable(ignore)));
    content.put("fields", fields);
    content.put("books", books.stream().map(MappingFile::text).sorted().toList());
    if (kind == SourceKind.ACTIVITY) {
      content.put("kind", kind);
      content.put("activities", activities.stream().map(MappingFile::text).sorted().toList());
    }
    content.put(
        "covers",
        coverages.stream()
            .map(
                it ->
                    texts(
                        Stream.of(
                            it.files(),
                            it.kind(),
                            it.station(),
                            new TreeSet<>(it.stations()),
                            new TreeSet<>(it.categoryGroups()))))
            .toList());
    content.put("delivered", texts(Stream.ofNullable(delivered)));
    content.put("codes_as_of", codesAsOf);
    content.put("resolution", resolutions);
    content.put("versions_from", texts(Stream.ofNullable(versionsFrom)));
    content.put("plausible", plausible.from() + ".." + plausible.to());
    return ContentHash.of(content);
  }

  private static String text(Booking booking) {
    return texts(
            Stream.of(
                booking.measure(),
                booking.from(),
                booking.to(),
                new TreeSet<>(booking.stations()),
                new TreeSet<>(booking.categoryGroups())))
        .toString();
  }

  private static String text(ActivityBooking booking) {
    return texts(
            Stream.of(
                booking.activity(),
                booking.from(),
                booking.to(),
                new TreeSet<>(booking.stations())))
        .toString();
  }

  private static List<String> texts(Stream<?> values) {
    return values.map(Objects::toString).toList();
  }
}
