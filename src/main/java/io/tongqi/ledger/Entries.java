package io.tongqi.ledger;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import io.tongqi.domain.Measure;
import io.tongqi.domain.Mode;
import io.tongqi.reference.ReferenceData;
import io.tongqi.settings.Booking;
import io.tongqi.settings.SourceMapping;
import io.tongqi.tables.SqlFile;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.Nullable;
import org.apache.commons.lang3.ArrayUtils;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;

/** Standing record versions → ledger entries. */
public final class Entries {
  private Entries() {}

  /**
   * What versions book, not summed yet.
   *
   * @param versions rows of {@code silver.standing_versions}: of a record all or none
   */
  static Dataset<Row> of(Dataset<Row> versions, SourceMapping mapping, ReferenceData reference) {
    return events(versions, mapping).select(columns(mapping, reference));
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
    return events(versions, mapping)
        .select(ArrayUtils.addAll(version, columns(mapping, reference)));
  }

  /** What the versions do on which day, as {@code ledger/events.sql} tells. */
  static Dataset<Row> events(Dataset<Row> versions, SourceMapping mapping) {
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

  /** Sums entries by their grain and drops those whose measures are all zero. */
  public static Dataset<Row> summed(Dataset<Row> entries) {
    return Book.LEDGER.summed(entries, Measure.columns());
  }

  private static Column[] columns(SourceMapping mapping, ReferenceData reference) {
    return Book.LEDGER.columns(
        column -> booked(Measure.valueOf(column.toUpperCase(Locale.ROOT)), mapping, reference));
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
    Column answered = answered(booking.from(), booking.to(), booking.stations());
    if (booking.categoryGroups().isEmpty()) {
      return answered;
    }
    Set<String> categories =
        reference.categories().stream()
            .filter(it -> booking.categoryGroups().contains(it.categoryGroup()))
            .map(it -> it.category())
            .collect(Collectors.toSet());
    return answered.and(col("category").isInCollection(categories));
  }

  /** Whether an event is of the days and stations that a source answers for. */
  static Column answered(@Nullable LocalDate from, @Nullable LocalDate to, Set<String> stations) {
    Column answered = lit(true);
    if (from != null) {
      answered = answered.and(col("day").geq(lit(Date.valueOf(from))));
    }
    if (to != null) {
      answered = answered.and(col("day").leq(lit(Date.valueOf(to))));
    }
    return stations.isEmpty() ? answered : answered.and(col("station").isInCollection(stations));
  }
}
