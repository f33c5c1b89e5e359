package io.tongqi.ledger;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.tongqi.domain.Measure;
import io.tongqi.domain.Mode;
import io.tongqi.reference.ReferenceData;
import io.tongqi.settings.Booking;
import io.tongqi.settings.SourceMapping;
import io.tongqi.tables.SqlFile;
import java.sql.Date;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Record versions → ledger entries, a pure function of the set of versions. */
public final class Entries {
  /** The columns that entries are summed by. */
  public static final List<String> GRAIN =
      List.of("day", "origin_day", "recorded_on", "station", "category");

  private Entries() {}

  /**
   * The ledger entries of record versions: columns of {@link #GRAIN} and one per measure, rows
   * whose measures are all zero left out.
   *
   * @param versions rows of {@code bronze.record_versions} with {@code delivered_on} and {@code
   *     side}: 1 for what stands after a batch, -1 for what stood before it; what is on both sides
   *     cancels out
   */
  public static Dataset<Row> of(
      SparkSession spark, Dataset<Row> versions, SourceMapping mapping, ReferenceData reference) {
    versions.createOrReplaceTempView("held_versions");
    String order = mapping.mode() == Mode.LEDGER ? "entries_in_order.sql" : "versions_in_order.sql";
    spark.sql(SqlFile.read("ledger/" + order)).createOrReplaceTempView("versions_in_order");
    Dataset<Row> events = spark.sql(SqlFile.read("ledger/events.sql"));
    return summed(booked(events, mapping, reference));
  }

  /** Sums entries by their grain and drops those whose measures are all zero. */
  public static Dataset<Row> summed(Dataset<Row> entries) {
    Column[] sums =
        measures().stream().map(measure -> sum(col(measure)).as(measure)).toArray(Column[]::new);
    return entries
        .groupBy(GRAIN.stream().map(column -> col(column)).toArray(Column[]::new))
        .agg(sums[0], Arrays.copyOfRange(sums, 1, sums.length))
        .where(
            measures().stream()
                .map(measure -> col(measure).notEqual(0))
                .reduce(Column::or)
                .orElseThrow());
  }

  /** Entries with the sign of every measure turned. */
  public static Dataset<Row> reversed(Dataset<Row> entries) {
    List<Column> columns = new ArrayList<>();
    GRAIN.forEach(column -> columns.add(col(column)));
    measures().forEach(measure -> columns.add(col(measure).multiply(-1L).as(measure)));
    return entries.select(columns.toArray(Column[]::new));
  }

  /** The columns of the measures. */
  public static List<String> measures() {
    return Arrays.stream(Measure.values()).map(Measure::column).toList();
  }

  private static Dataset<Row> booked(
      Dataset<Row> events, SourceMapping mapping, ReferenceData reference) {
    List<Column> columns = new ArrayList<>();
    GRAIN.forEach(column -> columns.add(col(column)));
    for (Measure measure : Measure.values()) {
      Column answered =
          mapping.books().stream()
              .filter(booking -> booking.measure() == measure)
              .map(booking -> answered(booking, reference))
              .reduce(Column::or)
              .orElse(lit(false));
      columns.add(when(answered, col(measure.column())).otherwise(lit(0L)).as(measure.column()));
    }
    return events.select(columns.toArray(Column[]::new));
  }

  private static Column answered(Booking booking, ReferenceData reference) {
    Column answered = lit(true);
    if (booking.from() != null) {
      answered = answered.and(col("day").geq(lit(Date.valueOf(booking.from()))));
    }
    if (booking.to() != null) {
      answered = answered.and(col("day").leq(lit(Date.valueOf(booking.to()))));
    }
    if (!booking.stations().isEmpty()) {
      answered = answered.and(col("station").isInCollection(booking.stations()));
    }
    if (!booking.categoryGroups().isEmpty()) {
      Set<String> categories =
          reference.categories().stream()
              .filter(it -> booking.categoryGroups().contains(it.categoryGroup()))
              .map(it -> it.category())
              .collect(Collectors.toSet());
      answered = answered.and(col("category").isInCollection(categories));
    }
    return answered;
  }
}
