package io.tongqi.domain;

/** What the records of a source tell. */
public enum SourceKind {
  /** What happens: calls, cases, crashes. */
  INCIDENT(CanonicalColumn.CATEGORY),
  /** What a force does or keeps: patrols, leaflets, posts. */
  ACTIVITY(CanonicalColumn.ACTIVITY);

  private final CanonicalColumn code;

  SourceKind(CanonicalColumn code) {
    this.code = code;
  }

  /** The column that tells what a record is of, by a code of the reference data. */
  public CanonicalColumn code() {
    return code;
  }
}
