package io.tongqi.ingest;

import io.tongqi.calendar.DayRange;
import io.tongqi.faults.DataRefusedException;
import io.tongqi.settings.Settings;
import io.tongqi.settings.SourceMapping;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    DeliveredRows rows = new DeliveredRows(spark, mapping, columns);
    Map<String, DayRange> byColumn = new CoveredDays(mapping, rows).byColumn(plan.contents());
    Map<String, Receipt> active = held.active();
    Set<String> read =
        plan.contents().stream().map(PlannedContent::sha256).collect(Collectors.toSet());
    List<Receipt> receipts = new ArrayList<>();
    for (Map.Entry<DeliveredFile, ContentScan> entry : plan.files().entrySet()) {
      DeliveredFile file = entry.getKey();
      String content = entry.getValue().sha256();
      Optional<DayRange> covered =
          CoveredDays.isByColumn(mapping, file)
              ? Optional.ofNullable(byColumn.get(content))
                  .or(() -> Optional.ofNullable(active.get(content)).flatMap(Receipt::covered))
              : CoveredDays.byNameOrDeclaration(mapping, file);
      if (covered.isEmpty()) {
        throw new DataRefusedException(
            List.of(
                "reading the deliveries of source %s: file %s has no row that tells which days it covers; deliver it with rows, or declare its days under covers in %s"
                    .formatted(mapping.source(), file.path(), mapping.file())));
      }
      Optional<LocalDate> delivered =
          mapping
              .delivered()
              .flatMap(it -> it.days(file.path()))
              .map(DayRange::last)
              .or(() -> covered.map(DayRange::last));
      receipts.add(
          new Receipt(
              mapping.source(),
              mapping.mode().name().toLowerCase(Locale.ROOT),
              file,
              content,
              settings.mappingHash(mapping),
              delivered,
              covered,
              CoveredDays.station(mapping, file),
              RowCounts.NONE,
              batchId,
              read.contains(content) ? batchId : active.get(content).rowsBatchId(),
              number));
    }
    return receipts;
  }
}
