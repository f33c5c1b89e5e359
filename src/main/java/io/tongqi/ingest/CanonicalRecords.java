package io.tongqi.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.hex;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.timestamp_micros;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.tongqi.domain.CanonicalColumn;
import io.tongqi.settings.SourceMapping;
import io.tongqi.tables.SparkSessions;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StringType;

/**
 * Delivered rows → records in canonical columns, by the expressions of the mapping. Nothing is
 * rejected here: a value that cannot be read is null and its field stands in {@code unreadable}.
 */
final class CanonicalRecords {
  private static final List<CanonicalColumn> DATED =
      List.of(
          CanonicalColumn.OCCURRED_AT,
          CanonicalColumn.REPORTED_AT,
          CanonicalColumn.FILED_AT,
          CanonicalColumn.CLEARED_AT,
          CanonicalColumn.RECOVERED_AT,
          CanonicalColumn.RECORDED_AT);

  private static final List<CanonicalColumn> INSTANTS =
      Stream.of(CanonicalColumn.values())
          .filter(it -> it.type() == CanonicalColumn.Type.INSTANT)
          .toList();

  private final SparkSession spark;
  private final SourceMapping mapping;
  private final ZoneId forceZone;

  CanonicalRecords(SparkSession spark, SourceMapping mapping, ZoneId forceZone) {
    this.spark = spark;
    this.mapping = mapping;
    this.forceZone = forceZone;
  }

  /**
   * Adds every canonical column, the days of its instants in the force's time zone, {@code
   * unreadable} (the first field whose value cannot be read, or null), {@code is_dated} (whether
   * all dates are readable) and {@code version_hash}.
   */
  Dataset<Row> of(Dataset<Row> rows) {
    Dataset<Row> read = inZone(mapping.timeZone(), () -> values(new Fields(mapping).of(rows)));
    return inZone(forceZone, () -> days(read).withColumn("version_hash", hex(xxhash64(hashed()))));
  }

  private Dataset<Row> values(Dataset<Row> fields) {
    List<Column> columns = new ArrayList<>(List.of(col("*")));
    Column unreadable = lit(null).cast("string");
    Column isDated = col("_problem").isNull();
    for (CanonicalColumn column : CanonicalColumn.values()) {
      Column field = col("_" + column.column());
      boolean isText =
          fields.schema().apply("_" + column.column()).dataType() instanceof StringType;
      Column nothing = isText ? Fields.NO_TEXT : Fields.NO_NUMBER;
      columns.add(value(column, nullif(field, nothing), isText).as(column.column()));
      Column isUnreadable =
          field.isNull().or(field.notEqual(nothing).and(col(column.column()).isNull()));
      unreadable = when(isUnreadable, lit(column.column())).otherwise(unreadable);
      if (DATED.contains(column)) {
        isDated = isDated.and(not(isUnreadable));
      }
    }
    return fields
        .select(columns.toArray(Column[]::new))
        .withColumn("is_dated", isDated)
        .withColumn("unreadable", when(col("_problem").isNull(), unreadable));
  }

  private Column value(CanonicalColumn column, Column given, boolean isText) {
    if (column.type() != CanonicalColumn.Type.INSTANT) {
      return given;
    }
    return isText
        ? Timestamps.read(given, mapping.timestamps(), mapping.timeZone())
        : timestamp_micros(given);
  }

  private Dataset<Row> days(Dataset<Row> values) {
    Dataset<Row> defaulted =
        values
            .withColumn("status", coalesce(lower(col("status")), lit("valid")))
            .withColumn("count", coalesce(col("count"), lit(1L)))
            .withColumn(
                "cleared_count",
                coalesce(col("cleared_count"), when(col("cleared_at").isNotNull(), col("count"))));
    for (CanonicalColumn column : INSTANTS) {
      defaulted = defaulted.withColumn(day(column), to_date(col(column.column())));
    }
    return defaulted;
  }

  /**
   * What the hash of a version is made of; a null would leave it as it is, so that a value in the
   * column after it gave the same. Hashes are only ever compared within one record, and its
   * versions are few: 64 bits tell them apart.
   */
  private static Column[] hashed() {
    return Stream.of(CanonicalColumn.values())
        .map(
            column ->
                switch (column.type()) {
                  case TEXT -> coalesce(col(column.column()), Fields.NO_TEXT);
                  case WHOLE_NUMBER -> coalesce(col(column.column()), Fields.NO_NUMBER);
                  case INSTANT -> coalesce(unix_micros(col(column.column())), Fields.NO_NUMBER);
                })
        .toArray(Column[]::new);
  }

  static String day(CanonicalColumn column) {
    return column.column().replace("_at", "_day");
  }

  private <T> T inZone(ZoneId zone, Supplier<T> analysis) {
    String before = spark.conf().get(SparkSessions.TIME_ZONE);
    spark.conf().set(SparkSessions.TIME_ZONE, zone.getId());
    try {
      return analysis.get();
    } finally {
      spark.conf().set(SparkSessions.TIME_ZONE, before);
    }
  }
}
