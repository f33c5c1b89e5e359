package io.tongqi.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_from_unix_date;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.timestamp_micros;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import io.tongqi.domain.CanonicalColumn;
import io.tongqi.settings.SourceMapping;
import io.tongqi.settings.TimestampPattern;
import java.util.List;
import java.util.function.Predicate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.StringType;

/** The instants of records, of some of which no more than the day is known. */
record Instants(SourceMapping mapping) {
  /** Each after the one before it, where a record has both. */
  private static final List<List<CanonicalColumn>> ORDERED =
      List.of(
          List.of(CanonicalColumn.OCCURRED_AT, CanonicalColumn.REPORTED_AT),
          List.of(CanonicalColumn.REPORTED_AT, CanonicalColumn.ARRIVED_AT),
          List.of(CanonicalColumn.REPORTED_AT, CanonicalColumn.FILED_AT),
          List.of(CanonicalColumn.REPORTED_AT, CanonicalColumn.CLEARED_AT),
          List.of(CanonicalColumn.FILED_AT, CanonicalColumn.CLEARED_AT));

  /** The time of an instant, null where it has none. */
  Column time(CanonicalColumn column, DataType type, Column given) {
    if (type instanceof StringType) {
      return Timestamps.read(
          given, patterns(column, TimestampPattern::hasTime), mapping.timeZone());
    }
    return type instanceof LongType ? timestamp_micros(given) : lit(null).cast("timestamp");
  }

  /** The date of an instant that has no time. */
  Column date(CanonicalColumn column, DataType type, Column given) {
    if (type instanceof StringType) {
      Predicate<TimestampPattern> hasTime = TimestampPattern::hasTime;
      return to_date(
          Timestamps.read(given, patterns(column, hasTime.negate()), mapping.timeZone()));
    }
    return type instanceof IntegerType ? date_from_unix_date(given) : lit(null).cast("date");
  }

  /** Those that tell a date as exactly as the column has to. */
  private List<String> patterns(CanonicalColumn column, Predicate<TimestampPattern> kind) {
    return TimestampPattern.all(mapping.timestamps()).stream()
        .filter(kind)
        .filter(it -> mapping.resolutionOf(column).map(it::tells).orElse(true))
        .map(TimestampPattern::text)
        .toList();
  }

  /** Times in the repeated hour of a clock change as those that keep their order. */
  Dataset<Row> ordered(Dataset<Row> values) {
    if (TimestampPattern.all(mapping.timestamps()).stream().anyMatch(TimestampPattern::hasOffset)) {
      return values;
    }
    Dataset<Row> ordered = values;
    for (List<CanonicalColumn> pair : ORDERED) {
      if (Fields.type(values, pair.get(1)) instanceof StringType) {
        Column before = col(pair.get(0).column());
        Column after = col(pair.get(1).column());
        Column repeated = Timestamps.later(after, mapping.timeZone());
        ordered =
            ordered.withColumn(
                pair.get(1).column(), when(after.lt(before), repeated).otherwise(after));
      }
    }
    return ordered;
  }
}
