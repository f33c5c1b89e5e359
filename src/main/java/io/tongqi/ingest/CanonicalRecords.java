package io.tongqi.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.hex;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.tongqi.domain.CanonicalColumn;
import io.tongqi.reference.ReferenceData;
import io.tongqi.settings.Settings;
import io.tongqi.settings.SourceMapping;
import io.tongqi.tables.SparkSessions;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

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
  private final Settings settings;
  private final Instants instants;

  CanonicalRecords(SparkSession spark, SourceMapping mapping, Settings settings) {
    this.spark = spark;
    this.mapping = mapping;
    this.settings = settings;
    this.instants = new Instants(mapping);
  }

  /**
   * Adds every canonical column, the days of its instants in the force's time zone (an instant of
   * which only the day is known is null, but for the time of the version), {@code version_order},
   * {@code unreadable} (the first field whose value cannot be read, or null), {@code is_dated}
   * (whether all dates are readable), {@code _given_station} and {@code _given_category} or {@code
   * _given_activity} (the codes as they are written), {@code _is_recoded} (whether one of them is
   * written otherwise than the code that it is) and {@code version_hash}.
   */
  Dataset<Row> of(Dataset<Row> rows) {
    Dataset<Row> read =
        inZone(
            mapping.timeZone(),
            () -> instants.ordered(values(new Fields(spark, mapping).of(rows))));
    return inZone(
        settings.timeZone(), () -> days(read).withColumn("version_hash", hex(xxhash64(hashed()))));
  }

  private Dataset<Row> values(Dataset<Row> fields) {
    List<Column> columns = new ArrayList<>(List.of(col("*")));
    for (CanonicalColumn column : CanonicalColumn.values()) {
      Column given = nullif(field(column), Fields.nothing(fields, column));
      boolean isInstant = column.type() == CanonicalColumn.Type.INSTANT;
      columns.add(
          (isInstant ? instants.time(column, Fields.type(fields, column), given) : given)
              .as(column.column()));
    }
    Dataset<Row> read = fields.select(columns.toArray(Column[]::new));
    List<Column> withDates = new ArrayList<>(List.of(col("*")));
    for (CanonicalColumn column : INSTANTS) {
      Column given = nullif(field(column), Fields.nothing(fields, column));
      Column date = instants.date(column, Fields.type(fields, column), given);
      withDates.add(when(col(column.column()).isNull(), date).as(date(column)));
    }
    return marked(read.select(withDates.toArray(Column[]::new)))
        .withColumn(
            "recorded_at",
            coalesce(col("recorded_at"), col(date(CanonicalColumn.RECORDED_AT)).cast("timestamp")));
  }

  /** Adds which fields cannot be read, and whether all dates can. */
  private static Dataset<Row> marked(Dataset<Row> values) {
    Column unreadable = lit(null).cast("string");
    Column isDated = col("_problem").isNull();
    for (CanonicalColumn column : CanonicalColumn.values()) {
      Column field = field(column);
      Column isNull = col(column.column()).isNull();
      if (INSTANTS.contains(column)) {
        isNull = isNull.and(col(date(column)).isNull());
      }
      Column isUnreadable =
          field.isNull().or(field.notEqual(Fields.nothing(values, column)).and(isNull));
      unreadable = when(isUnreadable, lit(column.column())).otherwise(unreadable);
      if (DATED.contains(column)) {
        isDated = isDated.and(not(isUnreadable));
      }
    }
    Column order = col("_version_order");
    unreadable = when(order.isNull(), lit("version_order")).otherwise(unreadable);
    return values
        .withColumn("version_order", nullif(order, Fields.NO_TEXT))
        .withColumn("is_dated", isDated)
        .withColumn("unreadable", when(col("_problem").isNull(), unreadable));
  }

  private static Column field(CanonicalColumn column) {
    return col("_" + column.column());
  }

  private static String date(CanonicalColumn column) {
    return "_date_" + column.column();
  }

  private Dataset<Row> days(Dataset<Row> values) {
    Dataset<Row> dated = values;
    for (CanonicalColumn column : INSTANTS) {
      Column day = coalesce(col(date(column)), to_date(col(column.column())));
      dated = dated.withColumn(column.day(), day);
    }
    ReferenceData reference = settings.reference();
    String code = mapping.kind().code().column();
    Set<String> codes =
        switch (mapping.kind()) {
          case INCIDENT -> reference.categoryCodes();
          case ACTIVITY -> reference.activityCodes();
        };
    return counted(dated)
        .withColumn("status", coalesce(lower(col("status")), lit("valid")))
        .withColumn("_given_station", col("station"))
        .withColumn("_given_" + code, col(code))
        .withColumn("station", meant("station", reference.stationCodes()))
        .withColumn(code, meant(code, codes))
        .withColumn(
            "_is_recoded",
            col("station")
                .notEqual(col("_given_station"))
                .or(col(code).notEqual(col("_given_" + code))));
  }

  /** How many incidents and clearances a row stands for that does not say; an activity is none. */
  private Dataset<Row> counted(Dataset<Row> dated) {
    return switch (mapping.kind()) {
      case INCIDENT ->
          dated
              .withColumn("count", coalesce(col("count"), lit(1L)))
              .withColumn(
                  "cleared_count",
                  coalesce(
                      col("cleared_count"), when(col("cleared_day").isNotNull(), col("count"))));
      case ACTIVITY -> dated;
    };
  }

  private static Column meant(String column, Set<String> codes) {
    return WrittenCodes.of(codes).meantBy(col(column));
  }

  /**
   * What the hash of a version is made of; a null would leave it as it is, so that a value in the
   * column after it gave the same. Hashes are only ever compared within one record, and its
   * versions are few: 64 bits tell them apart. They are compared with those of earlier versions of
   * Tongqi, too, so that the columns of a kind have to stay what they are.
   */
  private Column[] hashed() {
    return mapping.kind().columns().stream()
        .map(
            column ->
                switch (column.type()) {
                  case TEXT -> coalesce(col(column.column()), Fields.NO_TEXT);
                  case WHOLE_NUMBER -> coalesce(col(column.column()), Fields.NO_NUMBER);
                  case INSTANT ->
                      coalesce(
                          unix_micros(col(column.column())),
                          unix_date(col(column.day())).cast("bigint"),
                          Fields.NO_NUMBER);
                })
        .toArray(Column[]::new);
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
