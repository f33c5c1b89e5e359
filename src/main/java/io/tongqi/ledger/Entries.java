package io.tongqi.ledger;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.lang3.ArrayUtils;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;

/** Standing record versions → ledger entries: columns of {@link #GRAIN} and one per measure. */
public final class Entries {
  /** The columns that entries are summed by. */
  public static final List<String> GRAIN =
      List.of("day", "origin_day", "recorded_on", "station", "category", "code_day");

  private Entries() {}

  /**
   * What versions book, not summed yet.
   *
   * @param versions rows of {@code silver.standing_versions}: of a record all or none
   */
  static Dataset<Row> of(Dataset<Row> versions, SourceMapping mapping, ReferenceData reference) {
    return events(versions, mapping)
        .select(columns(measure -> booked(measure, mapping, reference)));
  }

  /**
   * The same with the version that books each of them.
   *
   * @param versions rows of {@code silver.standing_versions}: of a record all or none
   * @return besides the columns of an entry source, record_id, recorded_at, file, line
   */
  public static Dataset<Row> withVersions(
      Dataset<Row> versions, SourceMapping mapping, ReferenceData reference) {
    Column[] version =
        Stream.of("source", "record_id", "recorded_at", "file", "line")
            .map(functions::col)
            .toArray(Column[]::new);
    Column[] entry = columns(measure -> booked(measure, mapping, reference));
    return events(versions, mapping).select(ArrayUtils.addAll(version, entry));
  }

  private static Dataset<Row> events(Dataset<Row> versions, SourceMapping mapping) {
    versions
        .withColumn("report_day", col(mapping.toldBy(Measure.Event.REPORTED).day()))
        .withColumn("occurrence_day", col(mapping.toldBy(Measure.Event.OCCURRED).day()))
        .withColumn("code_day", codeDay(mapping))
        .createOrReplaceTempView("standing_versions");
    return versions.sparkSession().sql(SqlFile.read("ledger/events.sql"));
  }

  /**
   * The day whose holder of the code is meant by each of the versions.
   *
   * <p>Of a record all versions have to be there or none.
   */
  public static Column codeDay(SourceMapping mapping) {
    return switch (mapping.codesAsOf()) {
      case EVENT -> coalesce(col("filed_day"), col("reported_day"), col("occurred_day"));
      case RECORDED_AT ->
          mapping.mode() == Mode.LEDGER
              ? col("known_on")
              : min(col("known_on")).over(Window.partitionBy("source", "record_id", "station"));
    };
  }

  /** Entries with the sign of every measure turned. */
  static Dataset<Row> reversed(Dataset<Row> entries) {
    return entries.select(columns(measure -> col(measure.column()).multiply(-1L)));
  }

  /** Sums entries by their grain and drops those whose measures are all zero. */
  public static Dataset<Row> summed(Dataset<Row> entries) {
    return summed(entries, EnumSet.allOf(Measure.class));
  }

  /** The same where only these measures are booked at all. */
  static Dataset<Row> summed(Dataset<Row> entries, Set<Measure> booked) {
    List<Column> sums = booked.stream().map(it -> sum(col(it.column())).as(it.column())).toList();
    return entries
        .groupBy(GRAIN.stream().map(column -> col(column)).toArray(Column[]::new))
        .agg(sums.get(0), sums.stream().skip(1).toArray(Column[]::new))
        .where(
            booked.stream()
                .map(it -> col(it.column()).notEqual(0))
                .reduce(Column::or)
                .orElseThrow())
        .select(columns(it -> booked.contains(it) ? col(it.column()) : lit(0L)));
  }

  private static Column[] columns(Function<Measure, Column> value) {
    List<Column> columns = new ArrayList<>();
    GRAIN.forEach(column -> columns.add(col(column)));
    Arrays.stream(Measure.values())
        .forEach(measure -> columns.add(value.apply(measure).as(measure.column())));
    return columns.toArray(Column[]::new);
  }

  /** What an event books of a measure, where the source answers for it. */
  private static Column booked(Measure measure, SourceMapping mapping, ReferenceData reference) {
    Column isBooked =
        mapping.books().stream()
            .filter(booking -> booking.measure() == measure)
            .map(booking -> answered(booking, reference))
            .reduce(Column::or)
            .orElse(lit(false))
            .and(col("is_" + measure.event().name().toLowerCase(Locale.ROOT)));
    if (measure.delay().isPresent()) {
      Column seconds = col("seconds_to_" + measure.delay().get().name().toLowerCase(Locale.ROOT));
      isBooked =
          isBooked.and(
              measure
                  .within()
                  .map(limit -> seconds.leq(limit.toSeconds()))
                  .orElse(seconds.isNotNull()));
    }
    Column amount = coalesce(col(measure.amount().column()), lit(0L));
    return when(isBooked, amount.multiply(col("sign"))).otherwise(lit(0L));
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
