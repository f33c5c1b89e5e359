package io.tongqi.settings;

import io.tongqi.domain.CanonicalColumn;
import io.tongqi.domain.Format;
import io.tongqi.domain.Measure;
import io.tongqi.domain.Mode;
import io.tongqi.domain.Resolution;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the deliveries of one source are found, read and booked.
 *
 * @param file the mapping file
 * @param source the source's name
 * @param root the folder of the deliveries, any Hadoop path
 * @param files glob on the path below the root
 * @param format the files' format
 * @param csv how delimited text is written
 * @param encoding the encoding of text
 * @param encodings encodings of files by glob on the path below the root, the first match standing
 * @param timeZone the zone of times without one
 * @param mode how records are delivered
 * @param aliases the column's name for each renamed header
 * @param optional columns that files may lack
 * @param timestamps patterns of times and dates given as text, tried in order
 * @param fields a Spark SQL expression for each canonical column that the source fills
 * @param books the measures that the source answers for
 * @param covers which days a file answers for, the first matching entry standing
 * @param delivered how a file's name tells the day of its delivery
 * @param resolution how exactly each booked measure is dated
 * @param versionsFrom since when the recorded times can be trusted
 * @param plausibleFrom the first day that a record may bear
 * @param plausibleTo the last day that a record may bear
 * @param hash SHA-256 of all the above but the file and the root
 */
public record SourceMapping(
    Path file,
    String source,
    String root,
    String files,
    Format format,
    CsvOptions csv,
    Charset encoding,
    Map<String, Charset> encodings,
    ZoneId timeZone,
    Mode mode,
    Map<String, String> aliases,
    Set<String> optional,
    List<String> timestamps,
    Map<CanonicalColumn, String> fields,
    List<Booking> books,
    List<Coverage> covers,
    Optional<NamePattern> delivered,
    Map<Measure, Resolution> resolution,
    Optional<LocalDate> versionsFrom,
    LocalDate plausibleFrom,
    LocalDate plausibleTo,
    String hash) {
  /** Keeps copies in the given order. */
  public SourceMapping {
    encodings = Collections.unmodifiableMap(new LinkedHashMap<>(encodings));
    aliases = Collections.unmodifiableMap(new LinkedHashMap<>(aliases));
    optional = Set.copyOf(optional);
    timestamps = List.copyOf(timestamps);
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    books = List.copyOf(books);
    covers = List.copyOf(covers);
    resolution = Collections.unmodifiableMap(new LinkedHashMap<>(resolution));
  }

  /** Whether a file belongs to the source, by its path below the root. */
  public boolean accepts(String path) {
    return Glob.matches(files, path);
  }

  /** The encoding of a file, by its path below the root. */
  public Charset encodingOf(String path) {
    return encodings.entrySet().stream()
        .filter(entry -> Glob.matches(entry.getKey(), path))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(encoding);
  }

  /** What tells the days that a file covers, by its path below the root; empty if nothing does. */
  public Optional<Coverage> coverageOf(String path) {
    return covers.stream().filter(coverage -> Glob.matches(coverage.files(), path)).findFirst();
  }
}
