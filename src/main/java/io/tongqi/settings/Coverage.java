package io.tongqi.settings;

import io.tongqi.calendar.DayRange;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.annotation.Nullable;

/**
 * Which days, and which station, a file answers for.
 *
 * @param files glob on the path below the source's root; `**` for every file
 * @param kind how the days are told
 * @param station pattern on the file's name whose first group is the one station that the file
 *     covers; empty where a file covers all stations of its source
 */
public record Coverage(String files, Kind kind, Optional<Pattern> station) {
  /** How the covered days are told. */
  public sealed interface Kind permits ByName, ByColumn, Declared {}

  /**
   * By the file's name.
   *
   * @param name the pattern on it
   */
  public record ByName(NamePattern name) implements Kind {}

  /**
   * By the range of values of a column.
   *
   * @param expression a Spark SQL expression over the delivered columns, of type date or timestamp
   */
  public record ByColumn(String expression) implements Kind {}

  /**
   * By declaration in the mapping.
   *
   * @param days the days that every such file covers
   */
  public record Declared(DayRange days) implements Kind {}

  /** A coverage as a mapping tells it, by its schema in one of the three ways. */
  record Rule(
      String files,
      @Nullable Pattern name,
      @Nullable String format,
      @Nullable String column,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable Pattern station) {
    Coverage coverage() {
      Kind kind =
          name != null
              ? new ByName(new NamePattern(name, format))
              : column != null ? new ByColumn(column) : new Declared(new DayRange(from, to));
      return new Coverage(files, kind, Optional.ofNullable(station));
    }
  }
}
