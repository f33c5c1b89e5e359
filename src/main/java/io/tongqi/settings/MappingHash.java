package io.tongqi.settings;

import io.tongqi.reference.ContentHash;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The hash of all that decides how a source is read and booked: not of where it lies. */
final class MappingHash {
  private MappingHash() {}

  static String of(SourceMapping mapping) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("source", mapping.source());
    content.put("files", mapping.files());
    content.put("format", mapping.format());
    content.put("csv", mapping.csv().toString());
    content.put("encoding", mapping.encoding().name());
    content.put("encodings", texts(mapping.encodings().entrySet().stream()));
    content.put("time_zone", mapping.timeZone().getId());
    content.put("mode", mapping.mode());
    content.put("aliases", mapping.aliases());
    content.put("optional", new TreeSet<>(mapping.optional()));
    content.put("timestamps", mapping.timestamps());
    content.put("fields", mapping.fields());
    content.put("books", mapping.books().stream().map(MappingHash::booking).sorted().toList());
    content.put("covers", mapping.covers().stream().map(MappingHash::coverage).toList());
    content.put("delivered", texts(mapping.delivered().stream()));
    content.put("resolution", new TreeMap<>(mapping.resolution()));
    content.put("versions_from", texts(mapping.versionsFrom().stream()));
    content.put("plausible", mapping.plausibleFrom() + ".." + mapping.plausibleTo());
    return ContentHash.of(content);
  }

  private static String booking(Booking booking) {
    return texts(
            Stream.of(
                booking.measure(),
                booking.from(),
                booking.to(),
                new TreeSet<>(booking.stations()),
                new TreeSet<>(booking.categoryGroups())))
        .toString();
  }

  private static List<String> coverage(Coverage coverage) {
    return texts(
        Stream.concat(Stream.of(coverage.files(), coverage.kind()), coverage.station().stream()));
  }

  private static List<String> texts(Stream<?> values) {
    return values.map(Objects::toString).toList();
  }
}
