package io.tongqi.settings;

import io.tongqi.domain.CanonicalColumn;
import io.tongqi.domain.CodesAsOf;
import io.tongqi.domain.Format;
import io.tongqi.domain.Measure;
import io.tongqi.domain.Mode;
import io.tongqi.domain.Overlap;
import io.tongqi.domain.Resolution;
import io.tongqi.domain.SourceKind;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How the deliveries of one source are found, read and booked.
 *
 * @param file the mapping file
 * @param source the source's name
 * @param kind what its records tell
 * @param root the folder of the deliveries, any Hadoop path
 * @param files glob on the path below the root
 * @param format the files' format
 * @param csv how delimited text is written
 * @param encoding the encoding of text
 * @param encodings encodings of files by glob on the path below the root, the first match standing
 * @param maxLineBytes of how many bytes a line of text may be
 * @param timeZone the zone of times without one
 * @param mode how records are delivered
 * @param versionOrder a Spark SQL expression that orders versions of equal times
 * @param overlap what signed entries mean whose files answer for the same days
 * @param aliases the column's name for each renamed header
 * @param optional columns that files may lack
 * @param timestamps patterns of times and dates given as text, tried in order
 * @param ignore a Spark SQL condition on the delivered columns of lines that are no records
 * @param fields a Spark SQL expression for each canonical column that the source fills
 * @param books the measures that a source of incidents answers for
 * @param activities the activities that a source of activities answers for
 * @param covers which days a file answers for, the first matching entry standing
 * @param delivered how a file's name tells the day of its delivery
 * @param codesAsOf the day whose holder of a station code is meant
 * @param resolution how exactly each booked measure is dated
 * @param versionsFrom since when the recorded times can be trusted
 * @param plausibleFrom the first day that a record may bear
 * @param plausibleTo the last day that a record may bear
 * @param expects when the source delivers
 * @param quiet days on which the source truly had little or nothing to deliver
 * @param hash SHA-256 of all the above that decides how rows are booked: not the file, the root,
 *     what is expected and what is quiet
 */
public record SourceMapping(
    Path file,
    String source,
    SourceKind kind,
    String root,
    String files,
    Format format,
    CsvOptions csv,
    Charset encoding,
    Map<String, Charset> encodings,
    int maxLineBytes,
    ZoneId timeZone,
    Mode mode,
    Optional<String> versionOrder,
    Optional<Overlap> overlap,
    Map<String, String> aliases,
    Set<String> optional,
    List<String> timestamps,
    Optional<String> ignore,
    Map<CanonicalColumn, String> fields,
    List<Booking> books,
    List<ActivityBooking> activities,
    List<Coverage> covers,
    Optional<NamePattern> delivered,
    CodesAsOf codesAsOf,
    Map<Measure, Resolution> resolution,
    Optional<LocalDate> versionsFrom,
    LocalDate plausibleFrom,
    LocalDate plausibleTo,
    Optional<Expectation> expects,
    List<Quiet> quiet,
    String hash) {
  /** Keeps copies in the given order. */
  public SourceMapping {
    encodings = Collections.unmodifiableMap(new LinkedHashMap<>(encodings));
    aliases = Collections.unmodifiableMap(new LinkedHashMap<>(aliases));
    optional = Set.copyOf(optional);
    timestamps = List.copyOf(timestamps);
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    books = List.copyOf(books);
    activities = List.copyOf(activities);
    covers = List.copyOf(covers);
    quiet = List.copyOf(quiet);
    resolution = Collections.unmodifiableMap(new LinkedHashMap<>(resolution));
  }

  /** The column that tells the day of an event, in all records of the source. */
  public CanonicalColumn toldBy(Measure.Event event) {
    return event.toldBy(fields.keySet());
  }

  /** The measures of which it books what happens to every record, on a day that may be unknown. */
  public List<Measure> dated() {
    return books.stream()
        .map(Booking::measure)
        .distinct()
        .filter(it -> it.event().isOfEveryRecord() && it.delay().isEmpty())
        .toList();
  }

  /** The codes of the activities that it answers for. */
  public Set<String> activityCodes() {
    return activities.stream().map(ActivityBooking::activity).collect(Collectors.toSet());
  }

  /** Whether a file belongs to the source, by its path below the root. */
  public boolean accepts(String path) {
    return Glob.matches(files, path);
  }

  /** Whether an archive may hold files of the source, by its path below the root. */
  public boolean acceptsArchive(String path) {
    return Glob.archive(files).filter(glob -> Glob.matches(glob, path)).isPresent();
  }

  /** The encoding of a file, by its path below the root. */
  public Charset encodingOf(String path) {
    return encodings.entrySet().stream()
        .filter(entry -> Glob.matches(entry.getKey(), path))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(encoding);
  }

  /** How exactly a column has to date what it books; empty where it dates nothing of that. */
  public Optional<Resolution> resolutionOf(CanonicalColumn column) {
    return resolutionOf(column, fields.keySet(), resolution);
  }

  static Optional<Resolution> resolutionOf(
      CanonicalColumn column, Set<CanonicalColumn> given, Map<Measure, Resolution> booked) {
    return booked.entrySet().stream()
        .filter(it -> it.getKey().event().datedBy(given).contains(column))
        .map(Map.Entry::getValue)
        .min(Comparator.naturalOrder());
  }

  /** The coarsest of the resolutions of what it books. */
  public Resolution coarsest() {
    return resolution.values().stream().max(Comparator.naturalOrder()).orElse(Resolution.DAY);
  }

  /** Whether some files answer for some category groups only. */
  public boolean coversByCategory() {
    return covers.stream().anyMatch(it -> !it.categoryGroups().isEmpty());
  }

  /** What tells the days that a file covers, by its path below the root; empty if nothing does. */
  public Optional<Coverage> coverageOf(String path) {
    return covers.stream().filter(coverage -> Glob.matches(coverage.files(), path)).findFirst();
  }
}
