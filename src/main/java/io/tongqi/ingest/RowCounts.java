package io.tongqi.ingest;

/**
 * Rows of a delivered file by what became of them.
 *
 * @param stale of the accepted: older than a version already held
 */
public record RowCounts(long read, long accepted, long quarantined, long duplicate, long stale) {
  /** No rows. */
  public static final RowCounts NONE = new RowCounts(0, 0, 0, 0, 0);

  /** A delivery of which every row is already held. */
  public static RowCounts allDuplicate(long rows) {
    return new RowCounts(rows, 0, 0, rows, 0);
  }

  /** The sum of two counts. */
  public RowCounts plus(RowCounts other) {
    return new RowCounts(
        read + other.read,
        accepted + other.accepted,
        quarantined + other.quarantined,
        duplicate + other.duplicate,
        stale + other.stale);
  }
}
