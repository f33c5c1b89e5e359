package io.tongqi.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.md5;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.timestamp_micros;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.try_to_timestamp;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import io.tongqi.domain.CanonicalColumn;
import io.tongqi.settings.SourceMapping;
import io.tongqi.tables.SparkSessions;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Delivered rows → records in canonical columns, by the expressions of the mapping. Nothing is
 * rejected here: a value that cannot be read is null and its field stands in {@code unreadable}.
 */
final class CanonicalRecords {
  /** The columns of a delivered row that are not input columns. */
  static final List<String> DELIVERY_COLUMNS =
      List.of("_file", "_content", "_delivered_on", "_line", "_raw", "_problem");

  private static final List<CanonicalColumn> DATED =
      List.of(
          CanonicalColumn.OCCURRED_AT,
          CanonicalColumn.REPORTED_AT,
          CanonicalColumn.FILED_AT,
          CanonicalColumn.CLEARED_AT,
          CanonicalColumn.RECOVERED_AT,
          CanonicalColumn.RECORDED_AT);

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
    Dataset<Row> read = inZone(mapping.timeZone(), () -> values(new FieldTexts(mapping).of(rows)));
    return inZone(
        forceZone, () -> days(read).withColumn("version_hash", md5(concat_ws("\u001f", hashed()))));
  }

  private Dataset<Row> values(Dataset<Row> texts) {
    List<Column> columns = new ArrayList<>();
    DELIVERY_COLUMNS.forEach(name -> columns.add(col(name)));
    Column unreadable = lit(null).cast("string");
    Column isDated = col("_problem").isNull();
    for (CanonicalColumn column : CanonicalColumn.values()) {
      Column text = col("_" + column.column());
      Column given = nullif(text, lit(Expressions.NOTHING));
      Column value =
          switch (column.type()) {
            case TEXT -> given;
            case WHOLE_NUMBER -> given.cast("bigint");
            case INSTANT -> instant(given);
          };
      columns.add(value.as(column.column()));
      Column isUnreadable = text.isNull().or(given.isNotNull().and(value.isNull()));
      unreadable = when(isUnreadable, lit(column.column())).otherwise(unreadable);
      if (DATED.contains(column)) {
        isDated = isDated.and(not(isUnreadable));
      }
    }
    columns.add(isDated.as("is_dated"));
    columns.add(when(col("_problem").isNull(), unreadable).otherwise(lit(null)).as("unreadable"));
    return texts.select(columns.toArray(Column[]::new));
  }

  private Column instant(Column given) {
    Column micros =
        when(
                given.startsWith(FieldTexts.NATIVE),
                timestamp_micros(substring_index(given, FieldTexts.NATIVE, -1).cast("bigint")))
            .otherwise(lit(null).cast("timestamp"));
    Column[] readings =
        mapping.timestamps().stream()
            .map(pattern -> try_to_timestamp(given, lit(pattern)))
            .toArray(Column[]::new);
    return readings.length == 0 ? micros : coalesce(coalesce(readings), micros);
  }

  private Dataset<Row> days(Dataset<Row> values) {
    Dataset<Row> defaulted =
        values
            .withColumn("status", coalesce(lower(col("status")), lit("valid")))
            .withColumn("count", coalesce(col("count"), lit(1L)))
            .withColumn(
                "cleared_count",
                coalesce(col("cleared_count"), when(col("cleared_at").isNotNull(), col("count"))));
    for (CanonicalColumn column : DATED) {
      defaulted = defaulted.withColumn(day(column), to_date(col(column.column())));
    }
    return defaulted;
  }

  private static Column[] hashed() {
    List<Column> columns = new ArrayList<>();
    for (CanonicalColumn column : CanonicalColumn.values()) {
      Column value = col(column.column());
      Column exact = column.type() == CanonicalColumn.Type.INSTANT ? unix_micros(value) : value;
      columns.add(coalesce(exact.cast("string"), lit("\0")));
    }
    return columns.toArray(Column[]::new);
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
