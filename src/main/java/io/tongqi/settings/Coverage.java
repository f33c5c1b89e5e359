package io.tongqi.settings;

import io.tongqi.calendar.DayRange;
import io.tongqi.domain.Resolution;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.annotation.Nullable;

/**
 * Which days, stations and category groups a file answers for.
 *
 * @param files glob on the path below the source's root; `**` for every file
 * @param kind how the days are told
 * @param station pattern on the file's name whose first group is the one station that the file
 *     covers; empty where the name tells none
 * @param stations codes of the stations that a file covers; empty where it covers all of its source
 * @param categoryGroups codes of the category groups that a file covers; empty where it covers all
 */
public record Coverage(
    String files,
    Kind kind,
    Optional<Pattern> station,
    Set<String> stations,
    Set<String> categoryGroups) {
  /** Keeps copies of the sets. */
  public Coverage {
    stations = Set.copyOf(stations);
    categoryGroups = Set.copyOf(categoryGroups);
  }

  /** How the covered days are told. */
  public sealed interface Kind permits ByName, ByColumn, Declared {}

  /**
   * By the file's name.
   *
   * @param name the pattern on it
   */
  public record ByName(NamePattern name) implements Kind {}

  /**
   * By the months (or years) in which a column has values.
   *
   * @param expression a Spark SQL expression over the delivered columns, of type date or timestamp
   * @param step month or year; empty: as the source's resolution asks
   */
  public record ByColumn(String expression, Optional<Resolution> step) implements Kind {}

  /**
   * By declaration in the mapping.
   *
   * @param days the days that every such file covers
   */
  public record Declared(DayRange days) implements Kind {}

  /** The days that a file claims by its name or by declaration, known before it is read. */
  public Optional<DayRange> claimed(String path) {
    if (kind instanceof ByName byName) {
      return byName.name().days(path);
    }
    return kind instanceof Declared declared ? Optional.of(declared.days()) : Optional.empty();
  }

  /** The stations that a file answers for; empty for all of its source. */
  public Set<String> stationsOf(String path) {
    return station
        .map(pattern -> pattern.matcher(path))
        .filter(Matcher::find)
        .map(found -> Set.of(found.group(1)))
        .orElse(stations);
  }

  /** A coverage as a mapping tells it, by its schema in one of the three ways. */
  record Rule(
      String files,
      @Nullable Pattern name,
      @Nullable String format,
      @Nullable String column,
      @Nullable Resolution step,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable Pattern station,
      Set<String> stations,
      Set<String> categoryGroups) {
    Coverage coverage() {
      Kind kind =
          name != null
              ? new ByName(new NamePattern(name, format))
              : column != null
                  ? new ByColumn(column, Optional.ofNullable(step))
                  : new Declared(new DayRange(from, to));
      return new Coverage(files, kind, Optional.ofNullable(station), stations, categoryGroups);
    }
  }
}
