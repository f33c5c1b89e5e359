package io.tongqi.metrics;

import io.tongqi.coverage.AreaLevel;
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
  static Vintage of(String column) {
    return valueOf(column.toUpperCase(Locale.ROOT));
  }

  /** The levels of areas that have figures of this vintage. */
  Set<AreaLevel> levels() {
    return switch (this) {
      case LATEST -> EnumSet.allOf(AreaLevel.class);
      case EQUAL_AGE -> EnumSet.of(AreaLevel.FORCE, AreaLevel.DISTRICT);
    };
  }

  /** The last day of recording that counts for a period. */
  LocalDate cutOff(Period period, LocalDate knownAt) {
    return switch (this) {
      case LATEST -> knownAt;
      case EQUAL_AGE -> period.equalAgeCutOff();
    };
  }
}
