package io.tongqi.domain;

import java.util.Locale;

/** The columns of a record version that a source mapping can fill. */
public enum CanonicalColumn {
  RECORD_ID(Type.TEXT),
  RECORDED_AT(Type.INSTANT),
  STATUS(Type.TEXT),
  COUNT(Type.WHOLE_NUMBER),
  STATION(Type.TEXT),
  CATEGORY(Type.TEXT),
  OCCURRED_AT(Type.INSTANT),
  REPORTED_AT(Type.INSTANT),
  ARRIVED_AT(Type.INSTANT),
  FILED_AT(Type.INSTANT),
  CLEARED_AT(Type.INSTANT),
  CLEARED_COUNT(Type.WHOLE_NUMBER),
  CLEARANCE_KIND(Type.TEXT),
  DEATHS(Type.WHOLE_NUMBER),
  INJURIES(Type.WHOLE_NUMBER),
  LOSS_CENTS(Type.WHOLE_NUMBER),
  RECOVERED_AT(Type.INSTANT),
  RECOVERED_CENTS(Type.WHOLE_NUMBER),
  ACTIVITY(Type.TEXT),
  QUANTITY(Type.WHOLE_NUMBER);

  /** What a column holds. */
  public enum Type {
    TEXT,
    INSTANT,
    WHOLE_NUMBER
  }

  private final Type type;
  private final String column = name().toLowerCase(Locale.ROOT);

  CanonicalColumn(Type type) {
    this.type = type;
  }

  /** What the column holds. */
  public Type type() {
    return type;
  }

  /** The column's name in a mapping's `fields` and in `bronze.record_versions`. */
  public String column() {
    return column;
  }

  /** The name of the column of `bronze.record_versions` with the day of an instant. */
  public String day() {
    return column.replace("_at", "_day");
  }
}
