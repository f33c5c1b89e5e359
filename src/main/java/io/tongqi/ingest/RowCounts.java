package io.tongqi.ingest;

/**
 * Rows of a delivered file by what became of them.
 *
 * @param ignored no records: said so by the mapping, the header again, or padding
 * @param stale of the accepted: older than a version already held
 */
public record RowCounts(
    long read, long accepted, long quarantined, long duplicate, long ignored, long stale) {
  /** No rows. */
  public static final RowCounts NONE = new RowCounts(0, 0, 0, 0, 0, 0);

  /** A delivery of which every row is already held. */
  public static RowCounts allDuplicate(RowCounts held) {
    return new RowCounts(held.read, 0, 0, held.read - held.ignored, held.ignored, 0);
  }

  /** Whether no row vanished. */
  boolean isBalanced() {
    return read == accepted + quarantined + duplicate + ignored;
  }

  /** The sum of two counts. */
  public RowCounts plus(RowCounts other) {
    return new RowCounts(
        read + other.read,
        accepted + other.accepted,
        quarantined + other.quarantined,
        duplicate + other.duplicate,
        ignored + other.ignored,
        stale + other.stale);
  }
}
