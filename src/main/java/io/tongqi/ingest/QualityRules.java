package io.tongqi.ingest;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.tongqi.reference.ReferenceData;
import io.tongqi.reference.Station;
import io.tongqi.settings.CanonicalColumn;
import io.tongqi.settings.Mode;
import io.tongqi.settings.SourceMapping;
import io.tongqi.settings.UnknownCodes;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The rules that a record has to keep. {@link #judge} adds {@code reason} and {@code field}, both
 * null for a record that is accepted, and {@code day}, the day the record is about, null where none
 * of it can be believed.
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
        withCodes(
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
    String date = Reason.IMPLAUSIBLE_DATE.code();
    return known
        .withColumn("verdict", verdict)
        .withColumn("reason", col("verdict.reason"))
        .withColumn("field", col("verdict.field"))
        .withColumn("day", when(col("reason").equalTo(date), lit(null)).otherwise(col("day")))
        .drop("verdict");
  }

  private void readable() {
    rules.add(new Rule(col("_problem").isNotNull(), col("_problem"), none()));
    rules.add(
        new Rule(col("unreadable").isNotNull(), lit(Reason.UNREADABLE.code()), col("unreadable")));
  }

  private void complete() {
    List<String> required = new ArrayList<>(List.of("station", "category"));
    if (mapping.mode() != Mode.LEDGER) {
      required.add("record_id");
    }
    required.forEach(column -> reject(col(column).isNull(), Reason.MISSING, column));
    reject(col("day").isNull(), Reason.MISSING, "reported_at");
  }

  private void plausible() {
    Date from = Date.valueOf(mapping.plausibleFrom());
    Date to = Date.valueOf(mapping.plausibleTo());
    for (CanonicalColumn date : DATES) {
      Column day = col(date.column()).cast("date");
      reject(
          day.lt(lit(from))
              .or(day.gt(lit(to)))
              .or(day.gt(org.apache.spark.sql.functions.date_add(col("_delivered_on"), 1))),
          Reason.IMPLAUSIBLE_DATE,
          date.column());
    }
  }

  private void consistent() {
    reject(
        col("status").isin("valid", "withdrawn").equalTo(lit(false)),
        Reason.UNKNOWN_STATUS,
        "status");
    reject(col("arrived_at").lt(col("reported_at")), Reason.ARRIVED_BEFORE_REPORTED, "arrived_at");
    reject(col("cleared_at").lt(col("filed_at")), Reason.CLEARED_BEFORE_FILED, "cleared_at");
    for (String amount : AMOUNTS) {
      reject(col(amount).lt(0).and(col("count").geq(0)), Reason.NEGATIVE_AMOUNT, amount);
    }
    reject(
        coalesce(col("recovered_cents"), lit(0L))
            .notEqual(0)
            .and(col("recovered_day").isNull())
            .and(col("cleared_day").isNull()),
        Reason.RECOVERY_WITHOUT_DAY,
        "recovered_at");
  }

  private void knownCodes() {
    if (unknownCodes == UnknownCodes.QUARANTINE) {
      reject(col("_known_station").isNull(), Reason.UNKNOWN_STATION, "station");
      reject(col("_known_category").isNull(), Reason.UNKNOWN_CATEGORY, "category");
    }
  }

  private void reject(Column broken, Reason reason, String field) {
    rules.add(new Rule(broken, lit(reason.code()), lit(field)));
  }

  private static Column none() {
    return lit(null).cast("string");
  }

  private Dataset<Row> withCodes(Dataset<Row> records) {
    Dataset<Row> known =
        records
            .join(
                broadcast(stations()),
                col("station")
                    .equalTo(col("_known_station"))
                    .and(col("day").between(col("_valid_from"), col("_valid_to"))),
                "left")
            .join(broadcast(categories()), col("category").equalTo(col("_known_category")), "left");
    if (unknownCodes == UnknownCodes.QUARANTINE) {
      return known;
    }
    return known
        .withColumn("station", orUnknown("station"))
        .withColumn("category", orUnknown("category"));
  }

  private static Column orUnknown(String code) {
    return when(col(code).isNull(), none())
        .otherwise(coalesce(col("_known_" + code), lit("unknown")));
  }

  private Dataset<Row> stations() {
    List<Row> rows = new ArrayList<>();
    for (Station station : reference.stations()) {
      LocalDate last = station.validTo() == null ? LocalDate.of(9999, 12, 31) : station.validTo();
      rows.add(
          RowFactory.create(
              station.station(), Date.valueOf(station.validFrom()), Date.valueOf(last)));
    }
    return spark.createDataFrame(
        rows,
        new StructType()
            .add("_known_station", DataTypes.StringType)
            .add("_valid_from", DataTypes.DateType)
            .add("_valid_to", DataTypes.DateType));
  }

  private Dataset<Row> categories() {
    List<String> codes =
        reference.categories().stream().map(it -> it.category()).distinct().toList();
    return spark.createDataset(codes, Encoders.STRING()).toDF("_known_category");
  }
}
