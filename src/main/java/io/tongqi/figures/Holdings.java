package io.tongqi.figures;

import io.tongqi.calendar.DayRange;
import io.tongqi.coverage.Delivery;
import io.tongqi.coverage.Evidence;
import io.tongqi.coverage.Horizon;
import io.tongqi.coverage.OpenLine;
import io.tongqi.settings.Settings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** What is held of deliveries, and what stands of it. */
final class Holdings {
  /** The days of a line's events; on the first that is known it counts as reported. */
  private static final List<String> EVENTS =
      List.of("reported_day", "occurred_day", "filed_day", "cleared_day", "recovered_day");

  private record File(String source, String path) {}

  private record Content(String source, String sha256) {}

  private record Receipt(File file, Content content, Optional<Delivery> delivery, long number) {}

  private final SparkSession spark;
  private final Collection<Receipt> standing;

  private Holdings(SparkSession spark, Collection<Receipt> standing) {
    this.spark = spark;
    this.standing = standing;
  }

  /**
   * Reads the receipts and registers the view `batches` of those batches that count: all with a
   * receipt, or those of them that a release lists.
   *
   * @param receipts rows of bronze.receipts
   * @param batches the batches of a release; empty: all
   */
  static Holdings read(SparkSession spark, Dataset<Row> receipts, Optional<Set<String>> batches) {
    List<Row> rows =
        receipts
            .select(
                "source",
                "path",
                "content_sha256",
                "first_day",
                "last_day",
                "station",
                "batch_id",
                "batch_number")
            .collectAsList()
            .stream()
            .filter(it -> batches.isEmpty() || batches.get().contains(it.<String>getAs("batch_id")))
            .toList();
    spark
        .createDataFrame(
            rows.stream()
                .map(it -> it.<String>getAs("batch_id"))
                .distinct()
                .map(it -> RowFactory.create(it))
                .toList(),
            StructType.fromDDL("batch_id STRING"))
        .createOrReplaceTempView("batches");
    Map<File, Receipt> newest = new HashMap<>();
    rows.stream()
        .map(Holdings::receipt)
        .forEach(
            it ->
                newest.merge(
                    it.file(), it, (one, other) -> one.number() > other.number() ? one : other));
    return new Holdings(spark, newest.values());
  }

  /** Weighs what stands, with the open lines of the view `quarantine`. */
  Evidence evidence(Horizon horizon, Settings settings) {
    return new Evidence(
        horizon,
        settings,
        standing.stream().flatMap(it -> it.delivery().stream()).toList(),
        openLines(horizon));
  }

  private List<OpenLine> openLines(Horizon horizon) {
    Map<Content, Receipt> contents =
        standing.stream()
            .collect(Collectors.toMap(Receipt::content, it -> it, (one, other) -> one));
    return MetricFile.OPEN_LINES.rows(spark).collectAsList().stream()
        .filter(it -> contents.containsKey(content(it)))
        .map(it -> openLine(it, contents.get(content(it)), horizon))
        .toList();
  }

  private static OpenLine openLine(Row line, Receipt receipt, Horizon horizon) {
    List<DayRange> days = new ArrayList<>();
    for (String event : EVENTS) {
      LocalDate day = Rows.day(line, event);
      if (day != null) {
        days.add(DayRange.ofDay(day));
      }
    }
    List<DayRange> reported = days.isEmpty() ? days : List.of(days.get(0));
    if (!line.<Boolean>getAs("is_dated")) {
      days.add(
          receipt
              .delivery()
              .map(it -> new DayRange(it.firstDay(), it.lastDay()))
              .orElse(new DayRange(horizon.first(), horizon.last())));
      reported = days;
    }
    return new OpenLine(
        line.getAs("source"),
        days.stream().distinct().toList(),
        List.copyOf(reported),
        line.getAs("station"),
        line.getAs("category"),
        line.<Long>getAs("lines"));
  }

  private static Receipt receipt(Row row) {
    LocalDate firstDay = Rows.day(row, "first_day");
    LocalDate lastDay = Rows.day(row, "last_day");
    Optional<Delivery> delivery =
        firstDay == null || lastDay == null
            ? Optional.empty()
            : Optional.of(
                new Delivery(row.getAs("source"), firstDay, lastDay, row.<String>getAs("station")));
    return new Receipt(
        new File(row.getAs("source"), row.getAs("path")),
        content(row),
        delivery,
        row.<Long>getAs("batch_number"));
  }

  private static Content content(Row row) {
    return new Content(row.getAs("source"), row.getAs("content_sha256"));
  }
}
