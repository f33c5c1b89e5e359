package io.tongqi.ingest;

import io.tongqi.settings.SourceMapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The files of one source that one run takes in. Its rows are in bronze; it stands once its
 * receipts are written.
 *
 * @param id names it for ever
 * @param held the receipts that stood before it
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

  /** The same with other receipts. */
  Batch withReceipts(List<Receipt> others) {
    return new Batch(mapping, id, number, held, others, rejectedByReason, scope);
  }

  /** Whether nothing that stands before it counts: it is the first, or reads all again. */
  public boolean isWhole() {
    return scope.isWhole(held);
  }

  /**
   * The receipts of the files whose rows it holds: for each content that it read, of the first of
   * its paths.
   */
  public Set<Receipt> ofReadFiles() {
    Map<String, Receipt> byContent = new LinkedHashMap<>();
    receipts.stream()
        .filter(it -> it.rowsBatchId().equals(id))
        .forEach(it -> byContent.putIfAbsent(it.contentSha256(), it));
    return Set.copyOf(byContent.values());
  }

  /** The rows of all its files. */
  public RowCounts rows() {
    return receipts.stream().map(Receipt::rows).reduce(RowCounts.NONE, RowCounts::plus);
  }
}
