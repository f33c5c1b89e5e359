package io.tongqi.ingest;

import io.tongqi.calendar.DayRange;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** The receipts of one source: what is held, and what of it stands. */
public record Receipts(List<Receipt> all) {

  /** Reads the receipts of a source, oldest first; none where no run has created the tables yet. */
  public static Receipts read(Tables tables, String source) {
    if (!tables.exists(Table.RECEIPTS)) {
      return new Receipts(List.of());
    }
    List<Receipt> receipts = new ArrayList<>();
    for (Row row : tables.read(Table.RECEIPTS).where("source = '" + source + "'").collectAsList()) {
      receipts.add(receipt(row));
    }
    receipts.sort(
        Comparator.comparingLong(Receipt::batchNumber).thenComparing(it -> it.file().path()));
    return new Receipts(List.copyOf(receipts));
  }

  /** The receipts with further ones added. */
  public Receipts with(Collection<Receipt> more) {
    List<Receipt> both = new ArrayList<>(all);
    both.addAll(more);
    return new Receipts(List.copyOf(both));
  }

  /** The newest receipt of every path. */
  public Map<String, Receipt> newest() {
    Map<String, Receipt> newest = new LinkedHashMap<>();
    all.forEach(receipt -> newest.put(receipt.file().path(), receipt));
    return newest;
  }

  /** The contents that stand, by their hash. */
  public Map<String, ActiveContent> active() {
    Map<String, List<Receipt>> byContent =
        newest().values().stream()
            .collect(
                Collectors.groupingBy(
                    Receipt::contentSha256, LinkedHashMap::new, Collectors.toList()));
    Map<String, ActiveContent> active = new LinkedHashMap<>();
    byContent.forEach(
        (content, receipts) -> {
          receipts.sort(Comparator.comparing(receipt -> receipt.file().path()));
          String rowsBatchId =
              receipts.stream()
                  .max(Comparator.comparingLong(Receipt::batchNumber))
                  .orElseThrow()
                  .rowsBatchId();
          Optional<LocalDate> deliveredOn =
              receipts.stream()
                  .flatMap(it -> it.deliveredOn().stream())
                  .min(Comparator.naturalOrder());
          active.put(
              content,
              new ActiveContent(
                  content,
                  rowsBatchId,
                  deliveredOn,
                  receipts.get(0).covered(),
                  receipts.stream()
                      .map(
                          it ->
                              new ActiveContent.Answered(
                                  it.deliveredOn(), it.covered(), it.station()))
                      .collect(Collectors.toSet())));
        });
    return active;
  }

  /** The number of the newest batch, 0 before the first. */
  public long newestBatchNumber() {
    return all.stream().mapToLong(Receipt::batchNumber).max().orElse(0);
  }

  /** Receipts as rows of {@code bronze.receipts}. */
  public static Dataset<Row> rows(SparkSession spark, Collection<Receipt> receipts) {
    List<Row> rows = receipts.stream().map(Receipts::row).toList();
    return spark.createDataFrame(rows, spark.table(Table.RECEIPTS.fullName()).schema());
  }

  private static Row row(Receipt it) {
    return RowFactory.create(
        it.source(),
        it.mode(),
        it.file().path(),
        it.contentSha256(),
        it.mappingSha256(),
        it.file().sizeBytes(),
        new Timestamp(it.file().modifiedAt()),
        it.deliveredOn().map(java.sql.Date::valueOf).orElse(null),
        it.covered().map(DayRange::first).map(java.sql.Date::valueOf).orElse(null),
        it.covered().map(DayRange::last).map(java.sql.Date::valueOf).orElse(null),
        it.station().orElse(null),
        it.rows().read(),
        it.rows().accepted(),
        it.rows().quarantined(),
        it.rows().duplicate(),
        it.rows().stale(),
        it.batchId(),
        it.rowsBatchId(),
        it.batchNumber());
  }

  private static Receipt receipt(Row row) {
    Optional<LocalDate> first = day(row, "first_day");
    return new Receipt(
        row.getAs("source"),
        row.getAs("mode"),
        new DeliveredFile(
            row.getAs("path"),
            "",
            row.getAs("size_bytes"),
            row.<Timestamp>getAs("modified_at").getTime(),
            "UTF-8"),
        row.getAs("content_sha256"),
        row.getAs("mapping_sha256"),
        day(row, "delivered_on"),
        first.map(day -> new DayRange(day, day(row, "last_day").orElseThrow())),
        Optional.ofNullable(row.getAs("station")),
        new RowCounts(
            row.getAs("rows_read"),
            row.getAs("rows_accepted"),
            row.getAs("rows_quarantined"),
            row.getAs("rows_duplicate"),
            row.getAs("rows_stale")),
        row.getAs("batch_id"),
        row.getAs("rows_batch_id"),
        row.getAs("batch_number"));
  }

  private static Optional<LocalDate> day(Row row, String column) {
    return Optional.ofNullable(row.<java.sql.Date>getAs(column)).map(java.sql.Date::toLocalDate);
  }
}
