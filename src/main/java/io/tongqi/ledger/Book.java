package io.tongqi.ledger;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import io.tongqi.domain.Measure;
import io.tongqi.domain.SourceKind;
import io.tongqi.tables.Table;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * A table of dated, signed entries.
 *
 * @param grain the columns that entries are summed by
 * @param amounts the columns that are summed
 */
record Book(Table table, List<String> grain, List<String> amounts) {
  static final Book LEDGER =
      new Book(
          Table.LEDGER,
          List.of("day", "origin_day", "recorded_on", "station", "category", "code_day"),
          Measure.columns());

  static final Book ACTIVITIES =
      new Book(
          Table.ACTIVITY_ENTRIES,
          List.of("day", "recorded_on", "station", "activity", "code_day"),
          List.of("quantity", "records"));

  /** That of the records of a kind. */
  static Book of(SourceKind kind) {
    return switch (kind) {
      case INCIDENT -> LEDGER;
      case ACTIVITY -> ACTIVITIES;
    };
  }

  /** Entries with the sign of every amount turned. */
  Dataset<Row> reversed(Dataset<Row> entries) {
    return entries.select(columns(amount -> col(amount).multiply(-1L)));
  }

  /**
   * Sums entries by their grain and drops those whose amounts are all zero.
   *
   * @param booked the amounts that are booked at all
   */
  Dataset<Row> summed(Dataset<Row> entries, Collection<String> booked) {
    List<Column> sums = booked.stream().map(it -> sum(col(it)).as(it)).toList();
    return entries
        .groupBy(grain.stream().map(functions::col).toArray(Column[]::new))
        .agg(sums.get(0), sums.stream().skip(1).toArray(Column[]::new))
        .where(booked.stream().map(it -> col(it).notEqual(0)).reduce(Column::or).orElseThrow())
        .select(columns(it -> booked.contains(it) ? col(it) : lit(0L)));
  }

  /** Its columns, each amount with its value. */
  Column[] columns(Function<String, Column> value) {
    return Stream.concat(
            grain.stream().map(functions::col),
            amounts.stream().map(amount -> value.apply(amount).as(amount)))
        .toArray(Column[]::new);
  }
}
