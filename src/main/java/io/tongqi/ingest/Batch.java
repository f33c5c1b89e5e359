package io.tongqi.ingest;

import io.tongqi.settings.SourceMapping;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files of one source that one run takes in. Its rows are in bronze; it stands once its
 * receipts are written.
 *
 * @param id names it for ever
 * @param held the receipts before it
 * @param receipts the receipts that it adds
 * @param rejectedByReason rejected lines by the code of their reason
 * @param scope whether only new files were read, or all of them again
 */
public record Batch(
    SourceMapping mapping,
    String id,
    long number,
    Receipts held,
    List<Receipt> receipts,
    Map<String, Long> rejectedByReason,
    DeliveryPlan.Scope scope) {

  /** The contents that stand after it. */
  public Collection<ActiveContent> after() {
    return held.with(receipts).active().values();
  }

  /** The contents that stood before it. */
  public Collection<ActiveContent> before() {
    return held.active().values();
  }

  /** The contents that stand on one side only, or with another delivery's date. */
  public Collection<ActiveContent> changed() {
    Map<String, ActiveContent> changed = new TreeMap<>();
    Collection<ActiveContent> before = before();
    Collection<ActiveContent> after = after();
    after.stream().filter(it -> !before.contains(it)).forEach(it -> changed.put("+" + it, it));
    before.stream().filter(it -> !after.contains(it)).forEach(it -> changed.put("-" + it, it));
    return changed.values();
  }

  /** The rows of all its files. */
  public RowCounts rows() {
    return receipts.stream().map(Receipt::rows).reduce(RowCounts.NONE, RowCounts::plus);
  }
}
