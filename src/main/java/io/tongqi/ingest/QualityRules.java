package io.tongqi.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
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
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The rules that a record has to keep. {@link #judge} adds {@code reason}, {@code field} and {@code
 * detail}, all null for a record that is accepted, {@code is_dated}, whether all its dates can be
 * believed, and {@code day}, the day the record is about, null where they cannot.
 */
final class QualityRules {
  private static final List<String> AMOUNTS =
      List.of("cleared_count", "deaths", "injuries", "loss_cents", "recovered_cents");

  /**
   * As a spreadsheet writes a number of more than eleven digits: 2.02406E+11, 2E+11, 2,02406E+11.
   */
  private static final String SCIENTIFIC = "^[0-9]([.,][0-9]+)?[Ee][+][0-9]{2,3}$";

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
  private Column verdict = lit(null).cast("struct<reason:string,field:string,detail:string>");
  private Column isPlausible = lit(true);
  private final List<Rule> rules = new ArrayList<>();

  private record Rule(Column broken, Column reason, Column field, Column detail) {}

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
        new KnownCodes(spark, mapping, reference, unknownCodes)
            .mark(
                records.withColumn(
                    "day", coalesce(col("filed_day"), col("reported_day"), col("occurred_day"))));
    readable();
    complete();
    digits();
    plausible();
    consistent();
    knownCodes();
    for (int index = rules.size() - 1; index >= 0; index--) {
      Rule rule = rules.get(index);
      verdict =
          when(
                  rule.broken(),
                  struct(
                      rule.reason().as("reason"),
                      rule.field().as("field"),
                      rule.detail().as("detail")))
              .otherwise(verdict);
    }
    return known
        .withColumn("verdict", verdict)
        .withColumn("reason", when(col("_ignored").isNull(), col("verdict.reason")))
        .withColumn("field", col("verdict.field"))
        .withColumn("detail", coalesce(col("_detail"), col("verdict.detail"), detail()))
        .withColumn("is_dated", col("is_dated").and(col("day").isNotNull()).and(isPlausible))
        .withColumn("day", when(col("is_dated"), col("day")))
        .drop("verdict");
  }

  private void readable() {
    rules.add(new Rule(col("_problem").isNotNull(), col("_problem"), none(), none()));
    rules.add(
        new Rule(
            col("unreadable").isNotNull(),
            lit(Reason.UNREADABLE.code()),
            col("unreadable"),
            none()));
  }

  private void complete() {
    if (mapping.mode() != Mode.LEDGER) {
      reject(col("record_id").isNull(), Reason.MISSING, "record_id");
    }
    for (CanonicalColumn column : needed()) {
      reject(stands().and(col(column.column()).isNull()), Reason.MISSING, column.column());
    }
    reject(stands().and(col("day").isNull()), Reason.MISSING, dayField());
  }

  /** What every record of the kind has besides its day. */
  private List<CanonicalColumn> needed() {
    return switch (mapping.kind()) {
      case INCIDENT -> List.of(CanonicalColumn.STATION, CanonicalColumn.CATEGORY);
      case ACTIVITY -> List.of(CanonicalColumn.ACTIVITY, CanonicalColumn.QUANTITY);
    };
  }

  private String dayField() {
    return switch (mapping.kind()) {
      case INCIDENT -> CanonicalColumn.REPORTED_AT.column();
      case ACTIVITY -> CanonicalColumn.OCCURRED_AT.column();
    };
  }

  /**
   * Rejects ids and codes that lost their digits; a sign of plus stands in hardly any honest one.
   */
  private void digits() {
    if (mapping.mode() != Mode.LEDGER) {
      reject(isScientific("record_id"), Reason.SPREADSHEET_NUMBER, "record_id");
    }
    for (String code : List.of("station", mapping.kind().code().column())) {
      reject(stands().and(isScientific(code)), Reason.SPREADSHEET_NUMBER, code);
    }
  }

  private static Column isScientific(String column) {
    Column written = col("_" + column);
    return written.contains("+").and(written.rlike(SCIENTIFIC));
  }

  private void plausible() {
    Date from = Date.valueOf(mapping.plausibleFrom());
    Date to = Date.valueOf(mapping.plausibleTo());
    for (CanonicalColumn date : DATES) {
      Column day = col(date.day());
      Column isTooLate = day.gt(col("_latest_day"));
      Column isImplausible =
          coalesce(day.lt(lit(from)).or(day.gt(lit(to))).or(isTooLate), lit(false));
      Column tooLate =
          concat(
              lit(" is later than "),
              col("_latest_day"),
              lit(", the last day that its file can tell of"));
      reject(
          isImplausible,
          Reason.IMPLAUSIBLE_DATE,
          date.column(),
          concat(
              day,
              when(isTooLate, tooLate)
                  .otherwise(lit(" is not within %s to %s".formatted(from, to)))));
      isPlausible = isPlausible.and(not(isImplausible));
    }
  }

  private void consistent() {
    reject(
        col("status").isin("valid", "withdrawn").equalTo(lit(false)),
        Reason.UNKNOWN_STATUS,
        "status");
    reject(isBefore("arrived", "reported"), Reason.ARRIVED_BEFORE_REPORTED, "arrived_at");
    reject(isBefore("cleared", "filed"), Reason.CLEARED_BEFORE_FILED, "cleared_at");
    reject(
        when(col("reported_day").isNotNull(), isBefore("cleared", "reported"))
            .otherwise(isBefore("cleared", "occurred")),
        Reason.CLEARED_BEFORE_REPORTED,
        "cleared_at");
    for (String amount : AMOUNTS) {
      reject(col(amount).lt(0).and(col("count").geq(0)), Reason.NEGATIVE_AMOUNT, amount);
    }
    if (mapping.mode() != Mode.LEDGER) {
      reject(col("quantity").lt(0), Reason.NEGATIVE_AMOUNT, "quantity");
    }
    String cleared = "cleared_day";
    dated("recovered_cents", "recovered_at", Reason.RECOVERY_WITHOUT_DAY, "recovered_day", cleared);
    dated("cleared_count", "cleared_at", Reason.CLEARANCE_WITHOUT_DAY, cleared);
  }

  /** Compares days where of one of the two events no more is known. */
  private static Column isBefore(String event, String other) {
    return coalesce(
        col(event + "_at").lt(col(other + "_at")), col(event + "_day").lt(col(other + "_day")));
  }

  /** Rejects an amount that would be booked on none of its days. */
  private void dated(String amount, String field, Reason reason, String... days) {
    Column dayless =
        Arrays.stream(days).map(day -> col(day).isNull()).reduce(Column::and).orElseThrow();
    reject(coalesce(col(amount), lit(0L)).notEqual(0).and(dayless), reason, field);
  }

  private void knownCodes() {
    if (unknownCodes == UnknownCodes.QUARANTINE) {
      Column exists = col("_station_days").isNotNull();
      reject(isUnknown("station").and(not(exists)), Reason.UNKNOWN_STATION, "station");
      reject(isUnknown("station"), Reason.STATION_NOT_VALID, "station", notValid());
    }
    switch (mapping.kind()) {
      case INCIDENT -> {
        if (unknownCodes == UnknownCodes.QUARANTINE) {
          reject(isUnknown("category"), Reason.UNKNOWN_CATEGORY, "category");
        }
      }
      case ACTIVITY -> reject(isUnknown("activity"), Reason.UNKNOWN_ACTIVITY, "activity");
    }
  }

  private static Column notValid() {
    return concat(
        lit("station "),
        col("station"),
        lit(" was valid "),
        col("_station_days"),
        lit(", not on "),
        col("_decided_on"));
  }

  private static Column isUnknown(String code) {
    return stands().and(col(code).isNotNull()).and(col("_known_" + code).isNull());
  }

  /** A withdrawal books nothing itself, so that its key is all that it needs. */
  private static Column stands() {
    return col("status").notEqual("withdrawn");
  }

  private void reject(Column broken, Reason reason, String field) {
    reject(broken, reason, field, none());
  }

  private void reject(Column broken, Reason reason, String field, Column detail) {
    rules.add(new Rule(broken, lit(reason.code()), lit(field), detail));
  }

  /** What was delivered for the field at fault, and for the one that it was compared with. */
  private static Column detail() {
    Column other =
        when(col("reason").equalTo(Reason.CLEARED_BEFORE_FILED.code()), given("filed_at"))
            .when(
                col("reason")
                    .isin(
                        Reason.ARRIVED_BEFORE_REPORTED.code(),
                        Reason.CLEARED_BEFORE_REPORTED.code()),
                coalesce(given("reported_at"), given("occurred_at")));
    Column found = none();
    for (CanonicalColumn column : CanonicalColumn.values()) {
      found = when(col("field").equalTo(column.column()), given(column.column())).otherwise(found);
    }
    return when(
        col("field").isNotNull(),
        concat_ws(" against ", Visible.text(coalesce(found, lit(""))), Visible.text(other)));
  }

  private static Column given(String column) {
    return col(Fields.given(CanonicalColumn.valueOf(column.toUpperCase(Locale.ROOT))));
  }

  private static Column none() {
    return lit(null).cast("string");
  }
}
