package io.tongqi.trace;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_max;
import static org.apache.spark.sql.functions.array_min;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.tongqi.ingest.StandingVersions;
import io.tongqi.ledger.Entries;
import io.tongqi.settings.SourceMapping;
import io.tongqi.tables.Table;
import io.tongqi.tables.View;
import java.sql.Date;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * From a published figure to the versions of its records. What else a record has been may have to
 * be taken off the figure, so all versions are there of each record that has ever had a day in the
 * window, or days around it; only these are put into order.
 *
 * @param standing rows of {@code silver.standing_versions}
 */
public record TracedRecords(Trace trace, Dataset<Row> standing) {
  private static final List<String> KEY = List.of("source", "traced_record");
  private static final List<String> DAYS =
      List.of("reported_day", "occurred_day", "filed_day", "cleared_day", "recovered_day");

  /** The records of a figure. */
  public static TracedRecords of(Trace trace) {
    return of(trace, keys(trace));
  }

  /**
   * These records, as the tables of the trace have them.
   *
   * @param keys rows that {@link #keys} gave
   */
  static TracedRecords of(Trace trace, Dataset<Row> keys) {
    Dataset<Row> versions =
        delivered(trace).join(keys, KEY.toArray(String[]::new), "left_semi").drop("traced_record");
    Dataset<Row> receipts = trace.tables().read(View.STANDING_RECEIPTS);
    return new TracedRecords(trace, StandingVersions.of(receipts, versions).localCheckpoint());
  }

  /** The keys of the records of a figure: rows of source, traced_record STRING. */
  static Dataset<Row> keys(Trace trace) {
    Column days = array(DAYS.stream().map(functions::col).toArray(Column[]::new));
    return delivered(trace)
        .where(array_min(days).leq(lit(Date.valueOf(trace.days().last()))))
        .where(array_max(days).geq(lit(Date.valueOf(trace.days().first()))))
        .select(KEY.get(0), KEY.get(1))
        .distinct()
        .localCheckpoint();
  }

  /** A signed entry has no key: it is its place. */
  private static Dataset<Row> delivered(Trace trace) {
    return trace
        .tables()
        .spark()
        .table(Table.RECORD_VERSIONS.fullName())
        .withColumn(
            KEY.get(1),
            coalesce(col("record_id"), concat_ws(":", col("content_sha256"), col("line"))));
  }

  /**
   * The record versions that book a part, each event of one a row: with a negative amount what a
   * later version takes back.
   *
   * @return rows: source, record_id STRING, recorded_at TIMESTAMP, file STRING, line BIGINT, day,
   *     recorded_on DATE, station, category STRING, amount BIGINT, which adds up to the figure
   */
  public Dataset<Row> booking(Part part) {
    return trace.settings().sources().stream()
        .filter(source -> source.books().stream().anyMatch(it -> it.measure() == part.measure()))
        .map(source -> trace.counted(entries(source), part))
        .reduce(Dataset::unionByName)
        .orElseThrow(
            () ->
                CountedDays.fault(
                    trace.figure(),
                    trace.release(),
                    "no source books %s; trace another metric".formatted(part.measure().column())))
        .select(
            "source",
            "record_id",
            "recorded_at",
            "file",
            "line",
            "day",
            "recorded_on",
            "station",
            "category",
            "amount");
  }

  /**
   * What a part sums of the records that had something when the figure was cut off.
   *
   * @param condition on rows of {@code silver.standing_versions}
   */
  public long sum(Part part, Column condition) {
    String[] record = {"source", "record_id"};
    Dataset<Row> matching = held().where(condition).select(record[0], record[1]);
    return Trace.sum(booking(part).join(matching, record, "left_semi"), "amount");
  }

  private Dataset<Row> entries(SourceMapping source) {
    return Entries.withVersions(
        standing.where(col("source").equalTo(source.source())),
        source,
        trace.settings().reference());
  }

  /**
   * The version of each record that stood when the figure was cut off: the first version of a
   * record without a time counts as recorded on its own days.
   *
   * @return rows of {@code silver.standing_versions}, with {@code known_content}: what it said by
   *     then
   */
  Dataset<Row> held() {
    Column cutOff = lit(Date.valueOf(trace.days().cutOff()));
    Column ownDay = coalesce(col("reported_day"), col("filed_day"), col("occurred_day"));
    Column knownOn =
        when(col("is_first").and(col("recorded_at").isNull()), ownDay).otherwise(col("known_on"));
    Stream<Column> known = DAYS.stream().map(day -> when(col(day).leq(cutOff), col(day)).as(day));
    return standing
        .where(knownOn.leq(cutOff))
        .where(col("next_known_on").isNull().or(col("next_known_on").gt(cutOff)))
        .withColumn(
            "known_content",
            struct(Stream.concat(Stream.of(col("version_hash")), known).toArray(Column[]::new)));
  }
}
