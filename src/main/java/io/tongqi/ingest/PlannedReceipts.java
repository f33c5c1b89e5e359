package io.tongqi.ingest;

import io.tongqi.calendar.DayRange;
import io.tongqi.domain.Overlap;
import io.tongqi.faults.DataRefusedException;
import io.tongqi.reference.Membership;
import io.tongqi.settings.Coverage;
import io.tongqi.settings.Settings;
import io.tongqi.settings.SourceMapping;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;

/** What the receipts of planned files say besides their counts: days covered, day delivered. */
record PlannedReceipts(
    SparkSession spark, Settings settings, SourceMapping mapping, List<String> columns) {
  /**
   * A receipt for each file of the plan, its rows not counted yet.
   *
   * @throws DataRefusedException when a file does not tell which days it covers
   */
  List<Receipt> of(DeliveryPlan plan, Receipts held, long number, String batchId) {
    CoveredDays days = new CoveredDays(mapping, new DeliveredRows(spark, mapping, columns));
    Map<String, CoveredDays.Found> byColumn = days.byColumn(plan.contents());
    Map<String, Receipt> active = held.active();
    Set<String> read =
        plan.contents().stream().map(PlannedContent::sha256).collect(Collectors.toSet());
    List<Receipt> receipts = new ArrayList<>();
    for (Map.Entry<DeliveredFile, ContentScan> entry : plan.files().entrySet()) {
      DeliveredFile file = entry.getKey();
      String content = entry.getValue().sha256();
      Optional<LocalDate> delivered =
          mapping.delivered().flatMap(it -> it.days(file.path())).map(DayRange::last);
      List<DayRange> covered =
          CoveredDays.isByColumn(mapping, file)
              ? Optional.ofNullable(byColumn.get(content))
                  .map(found -> days.upTo(delivered, found))
                  .or(() -> Optional.ofNullable(active.get(content)).map(Receipt::covered))
                  .orElseThrow(() -> untold(file))
              : CoveredDays.byNameOrDeclaration(mapping, file).stream().toList();
      Coverage coverage = mapping.coverageOf(file.path()).orElseThrow(() -> untold(file));
      receipts.add(
          new Receipt(
              mapping.source(),
              mapping.mode().column(),
              mapping.overlap().map(Overlap::column),
              file,
              content,
              settings.mappingHash(mapping),
              delivered.or(() -> covered.stream().map(DayRange::last).reduce((a, b) -> b)),
              covered,
              sorted(coverage.stationsOf(file.path())),
              categories(coverage),
              RowCounts.NONE,
              0,
              batchId,
              read.contains(content) ? batchId : active.get(content).rowsBatchId(),
              number));
    }
    return receipts;
  }

  private DataRefusedException untold(DeliveredFile file) {
    return new DataRefusedException(
        List.of(
            "reading the deliveries of source %s: file %s has no row that tells which days it covers; deliver it with rows, or declare its days under covers in %s"
                .formatted(mapping.source(), file.path(), mapping.file())));
  }

  private Optional<List<String>> categories(Coverage coverage) {
    if (coverage.categoryGroups().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        settings.reference().categories().stream()
            .filter(it -> coverage.categoryGroups().contains(it.categoryGroup()))
            .map(Membership::category)
            .distinct()
            .sorted()
            .toList());
  }

  private static Optional<List<String>> sorted(Set<String> codes) {
    return Optional.of(codes.stream().sorted().toList()).filter(Predicate.not(List::isEmpty));
  }
}
