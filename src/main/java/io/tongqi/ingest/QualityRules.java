package io.tongqi.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.tongqi.domain.CanonicalColumn;
import io.tongqi.domain.Mode;
import io.tongqi.domain.UnknownCodes;
import io.tongqi.reference.ReferenceData;
import io.tongqi.settings.SourceMapping;
import java.sql.Date;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The rules that a record has to keep. {@link #judge} adds {@code reason} and {@code field}, both
 * null for a record that is accepted, {@code is_dated}, whether all its dates can be believed, and
 * {@code day}, the day the record is about, null where they cannot.
 */
final class QualityRules {
  private static final List<String> AMOUNTS =
      List.of("cleared_count", "deaths", "injuries", "loss_cents", "recovered_cents");
  private static final List<CanonicalColumn> DATES =
      List.of(
          CanonicalColumn.OCCURRED_AT,
          CanonicalColumn.REPORTED_AT,
          CanonicalColumn.ARRIVED_AT,
          CanonicalColumn.FILED_AT,
          CanonicalColumn.CLEARED_AT,
          CanonicalColumn.RECOVERED_AT,
          CanonicalColumn.RECORDED_AT);

  private final SparkSession spark;
  private final SourceMapping mapping;
  private final ReferenceData reference;
  private final UnknownCodes unknownCodes;
  private Column verdict = lit(null).cast("struct<reason:string,field:string>");
  private Column isPlausible = lit(true);
  private final List<Rule> rules = new ArrayList<>();

  private record Rule(Column broken, Column reason, Column field) {}

  QualityRules(
      SparkSession spark,
      SourceMapping mapping,
      ReferenceData reference,
      UnknownCodes unknownCodes) {
    this.spark = spark;
    this.mapping = mapping;
    this.reference = reference;
    this.unknownCodes = unknownCodes;
  }

  Dataset<Row> judge(Dataset<Row> records) {
    Dataset<Row> known =
        new KnownCodes(spark, reference, unknownCodes)
            .mark(
                records.withColumn(
                    "day", coalesce(col("filed_day"), col("reported_day"), col("occurred_day"))));
    readable();
    complete();
    plausible();
    consistent();
    knownCodes();
    for (int index = rules.size() - 1; index >= 0; index--) {
      Rule rule = rules.get(index);
      verdict =
          when(rule.broken(), struct(rule.reason().as("reason"), rule.field().as("field")))
              .otherwise(verdict);
    }
    return known
        .withColumn("verdict", verdict)
        .withColumn("reason", col("verdict.reason"))
        .withColumn("field", col("verdict.field"))
        .withColumn("is_dated", col("is_dated").and(col("day").isNotNull()).and(isPlausible))
        .withColumn("day", when(col("is_dated"), col("day")))
        .drop("verdict");
  }

  private void readable() {
    rules.add(new Rule(col("_problem").isNotNull(), col("_problem"), none()));
    rules.add(
        new Rule(col("unreadable").isNotNull(), lit(Reason.UNREADABLE.code()), col("unreadable")));
  }

  private void complete() {
    if (mapping.mode() != Mode.LEDGER) {
      reject(col("record_id").isNull(), Reason.MISSING, "record_id");
    }
    for (String column : List.of("station", "category")) {
      reject(stands().and(col(column).isNull()), Reason.MISSING, column);
    }
    reject(stands().and(col("day").isNull()), Reason.MISSING, "reported_at");
  }

  private void plausible() {
    Date from = Date.valueOf(mapping.plausibleFrom());
    Date to = Date.valueOf(mapping.plausibleTo());
    for (CanonicalColumn date : DATES) {
      Column day = col(CanonicalRecords.day(date));
      Column isImplausible =
          coalesce(
              day.lt(lit(from)).or(day.gt(lit(to))).or(day.gt(date_add(col("_delivered_on"), 1))),
              lit(false));
      reject(isImplausible, Reason.IMPLAUSIBLE_DATE, date.column());
      isPlausible = isPlausible.and(not(isImplausible));
    }
  }

  private void consistent() {
    reject(
        col("status").isin("valid", "withdrawn").equalTo(lit(false)),
        Reason.UNKNOWN_STATUS,
        "status");
    reject(col("arrived_at").lt(col("reported_at")), Reason.ARRIVED_BEFORE_REPORTED, "arrived_at");
    reject(col("cleared_at").lt(col("filed_at")), Reason.CLEARED_BEFORE_FILED, "cleared_at");
    reject(
        col("cleared_at").lt(coalesce(col("reported_at"), col("occurred_at"))),
        Reason.CLEARED_BEFORE_REPORTED,
        "cleared_at");
    for (String amount : AMOUNTS) {
      reject(col(amount).lt(0).and(col("count").geq(0)), Reason.NEGATIVE_AMOUNT, amount);
    }
    String cleared = "cleared_day";
    dated("recovered_cents", "recovered_at", Reason.RECOVERY_WITHOUT_DAY, "recovered_day", cleared);
    dated("cleared_count", "cleared_at", Reason.CLEARANCE_WITHOUT_DAY, cleared);
    for (String harm : List.of("deaths", "injuries")) {
      dated(harm, "occurred_at", Reason.HARM_WITHOUT_DAY, "occurred_day", "reported_day");
    }
  }

  /** Rejects an amount that would be booked on none of its days. */
  private void dated(String amount, String field, Reason reason, String... days) {
    Column dayless =
        Arrays.stream(days).map(day -> col(day).isNull()).reduce(Column::and).orElseThrow();
    reject(coalesce(col(amount), lit(0L)).notEqual(0).and(dayless), reason, field);
  }

  private void knownCodes() {
    if (unknownCodes == UnknownCodes.QUARANTINE) {
      reject(isUnknown("station"), Reason.UNKNOWN_STATION, "station");
      reject(isUnknown("category"), Reason.UNKNOWN_CATEGORY, "category");
    }
  }

  private static Column isUnknown(String code) {
    return stands().and(col("_known_" + code).isNull());
  }

  /** A withdrawal books nothing itself, so that its key is all that it needs. */
  private static Column stands() {
    return col("status").notEqual("withdrawn");
  }

  private void reject(Column broken, Reason reason, String field) {
    rules.add(new Rule(broken, lit(reason.code()), lit(field)));
  }

  private static Column none() {
    return lit(null).cast("string");
  }
}
