package io.tongqi.domain;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What the records of a source tell. */
public enum SourceKind {
  /** What happens: calls, cases, crashes. */
  INCIDENT(CanonicalColumn.CATEGORY),
  /** What a force does or keeps: patrols, leaflets, posts. */
  ACTIVITY(CanonicalColumn.ACTIVITY);

  private static final Set<CanonicalColumn> OF_ACTIVITIES =
      EnumSet.of(
          CanonicalColumn.RECORD_ID,
          CanonicalColumn.RECORDED_AT,
          CanonicalColumn.STATUS,
          CanonicalColumn.STATION,
          CanonicalColumn.OCCURRED_AT,
          CanonicalColumn.ACTIVITY,
          CanonicalColumn.QUANTITY);

  private final CanonicalColumn code;

  SourceKind(CanonicalColumn code) {
    this.code = code;
  }

  /** The column that tells what a record is of, by a code of the reference data. */
  public CanonicalColumn code() {
    return code;
  }

  /** The columns that a source of the kind can fill. */
  public List<CanonicalColumn> columns() {
    return Arrays.stream(CanonicalColumn.values()).filter(this::has).toList();
  }

  private boolean has(CanonicalColumn column) {
    return switch (this) {
      case INCIDENT -> column != CanonicalColumn.ACTIVITY && column != CanonicalColumn.QUANTITY;
      case ACTIVITY -> OF_ACTIVITIES.contains(column);
    };
  }
}
