package io.tongqi.figures;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.tongqi.domain.Measure;
import io.tongqi.ingest.RecordKeys;
import io.tongqi.ingest.StandingVersions;
import io.tongqi.ledger.Entries;
import io.tongqi.settings.Settings;
import io.tongqi.settings.SourceMapping;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The records of which the day of a booked event is not known, by what is known on a day.
 *
 * @param settings whose sources say what they book and which days they tell
 * @param knownAt the last day of recording that counts
 */
record UndatedRecords(Settings settings, LocalDate knownAt) {
  /**
   * Registers {@code undated_records} while something is done: of each record, and each content
   * that delivers a known version of it, its source, content, batch, station, category, {@code
   * code_day} and {@code measures}, those that its newest known version has some of and that are
   * not booked for want of a day.
   *
   * @param receipts rows of {@code silver.standing_receipts}
   * @param versions rows of {@code bronze.record_versions}
   */
  void during(Dataset<Row> receipts, Dataset<Row> versions, Runnable work) {
    Dataset<Row> undated = undated(versions);
    if (undated.isEmpty()) {
      register(undated.withColumn("code_day", lit(null).cast("date")));
      work.run();
      return;
    }
    try (RecordKeys records = RecordKeys.of(undated)) {
      Dataset<Row> whole =
          records.in(versions).unionByName(undated.drop("measures").where("record_id IS NULL"));
      Dataset<Row> known =
          StandingVersions.of(receipts, whole.localCheckpoint())
              .where(col("known_on").leq(lastDay()))
              .localCheckpoint();
      Dataset<Row> lacking = undated(known.withColumn("code_day", codeDay())).where(isNewest());
      register(
          lacking
              .drop("content_sha256", "batch_id")
              .join(contents(known), new String[] {"source", "record_id"})
              .unionByName(lacking.where("record_id IS NULL")));
      work.run();
    }
  }

  private static void register(Dataset<Row> records) {
    records
        .select(
            "source", "content_sha256", "batch_id", "station", "category", "code_day", "measures")
        .createOrReplaceTempView("undated_records");
  }

  private Dataset<Row> undated(Dataset<Row> versions) {
    Column[] measures =
        Arrays.stream(Measure.values())
            .map(measure -> when(isUndated(measure), lit(measure.column())))
            .toArray(Column[]::new);
    return versions
        .where("status = 'valid'")
        .where(
            Arrays.stream(Measure.values()).map(this::isUndated).reduce(Column::or).orElseThrow())
        .withColumn("measures", array_compact(array(measures)));
  }

  private Column isUndated(Measure measure) {
    return settings.sources().stream()
        .filter(mapping -> mapping.dated().contains(measure))
        .map(
            mapping ->
                isOf(mapping)
                    .and(col(mapping.toldBy(measure.event()).day()).isNull())
                    .and(col(measure.amount().column()).notEqual(0)))
        .reduce(Column::or)
        .orElse(lit(false));
  }

  private Column codeDay() {
    Column day = lit(null).cast("date");
    for (SourceMapping mapping : settings.sources()) {
      day = when(isOf(mapping), Entries.codeDay(mapping)).otherwise(day);
    }
    return day;
  }

  private static Dataset<Row> contents(Dataset<Row> known) {
    return known.select("source", "record_id", "content_sha256", "batch_id").distinct();
  }

  private Column isNewest() {
    return col("next_known_on").isNull().or(col("next_known_on").gt(lastDay()));
  }

  private Column lastDay() {
    return lit(Date.valueOf(knownAt));
  }

  private static Column isOf(SourceMapping mapping) {
    return col("source").equalTo(mapping.source());
  }
}
