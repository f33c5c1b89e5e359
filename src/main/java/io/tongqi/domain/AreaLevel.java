package io.tongqi.domain;

import java.util.Locale;

/** The levels of areas that figures are shown for. */
public enum AreaLevel {
  FORCE,
  DISTRICT,
  STATION;

  private final String column = name().toLowerCase(Locale.ROOT);

  /** Its text in `area_level`. */
  public String column() {
    return column;
  }

  /** The level of a text of `area_level`. */
  public static AreaLevel of(String column) {
    return valueOf(column.toUpperCase(Locale.ROOT));
  }
}
