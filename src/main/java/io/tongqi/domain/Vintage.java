package io.tongqi.domain;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What of the records a figure counts, by the day on which they were recorded. */
public enum Vintage {
  /** All that is recorded up to the day `known_at`. */
  LATEST,
  /** For each year, what was recorded as long after the window's end as the current year's is. */
  EQUAL_AGE;

  private final String column = name().toLowerCase(Locale.ROOT);

  /** Its text in `vintage`. */
  public String column() {
    return column;
  }

  /** The vintage of a text of `vintage`. */
  public static Vintage of(String column) {
    return valueOf(column.toUpperCase(Locale.ROOT));
  }

  /** The levels of areas that have figures of this vintage. */
  public Set<AreaLevel> levels() {
    return switch (this) {
      case LATEST -> EnumSet.allOf(AreaLevel.class);
      case EQUAL_AGE -> EnumSet.of(AreaLevel.FORCE, AreaLevel.DISTRICT);
    };
  }

  /**
   * The last day of recording that counts for a period.
   *
   * @param knownAt the last day of recording that counts at all
   * @param equalAge as long after the period's end as `knownAt` is after the current one's
   */
  public LocalDate cutOff(LocalDate knownAt, LocalDate equalAge) {
    return switch (this) {
      case LATEST -> knownAt;
      case EQUAL_AGE -> equalAge;
    };
  }
}
