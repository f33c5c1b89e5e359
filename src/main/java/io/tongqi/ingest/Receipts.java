package io.tongqi.ingest;

import static org.apache.spark.sql.functions.col;

import io.tongqi.calendar.DayRange;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import io.tongqi.tables.View;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** The receipts of one source that stand: the newest of every path. */
public record Receipts(List<Receipt> standing) {

  /** Reads the receipts of a source; none where no run has created the tables yet. */
  public static Receipts read(Tables tables, String source) {
    if (!tables.exists(Table.RECEIPTS)) {
      return new Receipts(List.of());
    }
    Dataset<Row> receipts = tables.read(Table.RECEIPTS).where(col("source").equalTo(source));
    return new Receipts(
        standing(receipts).collectAsList().stream()
            .map(Receipts::receipt)
            .sorted(
                Comparator.comparingLong(Receipt::batchNumber)
                    .thenComparing(it -> it.file().path()))
            .toList());
  }

  /** Those of the receipts that stand: rows of {@code silver.standing_receipts}. */
  public static Dataset<Row> standing(Dataset<Row> receipts) {
    receipts.coalesce(1).createOrReplaceTempView("some_receipts");
    return receipts
        .sparkSession()
        .sql(View.STANDING_RECEIPTS.query(Map.of(Table.RECEIPTS, "some_receipts")));
  }

  /** Whether no delivery stands. */
  public boolean isEmpty() {
    return standing.isEmpty();
  }

  /** The newest receipt of every path. */
  public Map<String, Receipt> newest() {
    Map<String, Receipt> newest = new LinkedHashMap<>();
    standing.forEach(receipt -> newest.put(receipt.file().path(), receipt));
    return newest;
  }

  /** For every content that stands, by its hash, the receipt of its first path. */
  public Map<String, Receipt> active() {
    return standing.stream()
        .collect(
            Collectors.toMap(
                Receipt::contentSha256,
                it -> it,
                BinaryOperator.minBy(Comparator.comparing(it -> it.file().path())),
                LinkedHashMap::new));
  }

  /** The number of the newest batch, 0 before the first. */
  public long newestBatchNumber() {
    return standing.stream().mapToLong(Receipt::batchNumber).max().orElse(0);
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
        it.overlap().orElse(null),
        it.file().path(),
        it.contentSha256(),
        it.mappingSha256(),
        it.file().sizeBytes(),
        new Timestamp(it.file().modifiedAt()),
        it.deliveredOn().map(java.sql.Date::valueOf).orElse(null),
        it.covered().stream().map(Receipts::row).toArray(),
        it.stations().map(List::toArray).orElse(null),
        it.categories().map(List::toArray).orElse(null),
        it.rows().read(),
        it.rows().accepted(),
        it.rows().quarantined(),
        it.rows().duplicate(),
        it.rows().ignored(),
        it.rows().stale(),
        it.rowsOutside(),
        it.batchId(),
        it.rowsBatchId(),
        it.batchNumber());
  }

  private static Row row(DayRange it) {
    return RowFactory.create(java.sql.Date.valueOf(it.first()), java.sql.Date.valueOf(it.last()));
  }

  private static Receipt receipt(Row row) {
    return new Receipt(
        row.getAs("source"),
        row.getAs("mode"),
        Optional.ofNullable(row.getAs("overlap")),
        new DeliveredFile(
            row.getAs("path"),
            "",
            "",
            row.getAs("size_bytes"),
            row.<Timestamp>getAs("modified_at").getTime(),
            "UTF-8"),
        row.getAs("content_sha256"),
        row.getAs("mapping_sha256"),
        day(row, "delivered_on"),
        row.<Row>getList(row.fieldIndex("covered")).stream().map(Receipts::range).toList(),
        codes(row, "stations"),
        codes(row, "categories"),
        new RowCounts(
            row.getAs("rows_read"),
            row.getAs("rows_accepted"),
            row.getAs("rows_quarantined"),
            row.getAs("rows_duplicate"),
            row.getAs("rows_ignored"),
            row.getAs("rows_stale")),
        row.getAs("rows_outside"),
        row.getAs("batch_id"),
        row.getAs("rows_batch_id"),
        row.getAs("batch_number"));
  }

  private static DayRange range(Row days) {
    return new DayRange(day(days, "first_day").orElseThrow(), day(days, "last_day").orElseThrow());
  }

  private static Optional<List<String>> codes(Row row, String column) {
    int place = row.fieldIndex(column);
    return row.isNullAt(place) ? Optional.empty() : Optional.of(row.getList(place));
  }

  private static Optional<LocalDate> day(Row row, String column) {
    return Optional.ofNullable(row.<java.sql.Date>getAs(column)).map(java.sql.Date::toLocalDate);
  }
}
