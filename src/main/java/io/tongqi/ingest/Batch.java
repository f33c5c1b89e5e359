package io.tongqi.ingest;

import io.tongqi.settings.SourceMapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of one source that one run takes in. Its rows are in bronze; it stands once its
 * receipts are written.
 *
 * @param id names it for ever
 * @param held the receipts that stood before it
 * @param receipts the receipts that it adds
 * @param rejectedByReason lines that it put in quarantine by the code of their reason
 * @param remarks what of its accepted rows people should know of
 * @param findings what the rules of shares found
 * @param ignoredByKind ignored lines by the code of their kind
 * @param scope whether only new files were read, or all of them again
 */
public record Batch(
    SourceMapping mapping,
    String id,
    long number,
    Receipts held,
    List<Receipt> receipts,
    Map<String, Long> rejectedByReason,
    Map<String, Long> ignoredByKind,
    Remarks remarks,
    List<Finding> findings,
    DeliveryPlan.Scope scope) {

  /** The same with other receipts. */
  Batch withReceipts(List<Receipt> others) {
    return new Batch(
        mapping,
        id,
        number,
        held,
        others,
        rejectedByReason,
        ignoredByKind,
        remarks,
        findings,
        scope);
  }

  /** The same with further lines in quarantine. */
  Batch withRejected(Reason reason, long lines) {
    Map<String, Long> rejected = new TreeMap<>(rejectedByReason);
    if (lines > 0) {
      rejected.merge(reason.code(), lines, Long::sum);
    }
    return new Batch(
        mapping, id, number, held, receipts, rejected, ignoredByKind, remarks, findings, scope);
  }

  /** The same with other findings. */
  Batch withFindings(List<Finding> others) {
    return new Batch(
        mapping,
        id,
        number,
        held,
        receipts,
        rejectedByReason,
        ignoredByKind,
        remarks,
        others,
        scope);
  }

  /** The same with further findings. */
  public Batch withFurther(List<Finding> further) {
    return withFindings(Stream.concat(findings.stream(), further.stream()).toList());
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

  /** What to do about rejected lines of one kind, in words, where there is something. */
  public Optional<String> remedy() {
    return Reason.remedy(rejectedByReason, mapping);
  }

  /** The rows of all its files. */
  public RowCounts rows() {
    return receipts.stream().map(Receipt::rows).reduce(RowCounts.NONE, RowCounts::plus);
  }
}
