package io.tongqi.ingest;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.tongqi.domain.Mode;
import io.tongqi.domain.UnknownCodes;
import io.tongqi.reference.ReferenceData;
import io.tongqi.reference.Station;
import io.tongqi.settings.SourceMapping;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Looks the codes of records up in the reference data. */
final class KnownCodes {
  private static final LocalDate FOR_EVER = LocalDate.of(9999, 12, 31);

  private final SparkSession spark;
  private final SourceMapping mapping;
  private final ReferenceData reference;
  private final UnknownCodes unknownCodes;

  KnownCodes(
      SparkSession spark,
      SourceMapping mapping,
      ReferenceData reference,
      UnknownCodes unknownCodes) {
    this.spark = spark;
    this.mapping = mapping;
    this.reference = reference;
    this.unknownCodes = unknownCodes;
  }

  /**
   * Adds {@code _known_station}, {@code _known_category} and {@code _known_activity}: the code
   * where it is known, the station's on the day that decides, an activity's if its source answers
   * for it, else null; {@code _decided_on}, that day; and {@code _station_days}, the days of all
   * holders of the station's code in words, null where it has none. Where the settings send unknown
   * codes to {@code unknown}, the record's own station and category become that; an activity that
   * is not known has neither a unit nor a type and cannot be summed.
   */
  Dataset<Row> mark(Dataset<Row> records) {
    Dataset<Row> known =
        withKnownCode(
            records
                .withColumn("_decided_on", decidedOn())
                .join(broadcast(stations()), col("station").equalTo(col("_station_code")), "left")
                .withColumn(
                    "_known_station", when(exists(col("_terms"), this::isHeld), col("station"))));
    if (unknownCodes == UnknownCodes.QUARANTINE) {
      return known;
    }
    return known
        .withColumn("station", orUnknown("station"))
        .withColumn("category", orUnknown("category"));
  }

  /** A record has the code of its kind alone. */
  private Dataset<Row> withKnownCode(Dataset<Row> records) {
    Column none = lit(null).cast("string");
    return switch (mapping.kind()) {
      case INCIDENT ->
          joined(records, "category", reference.categoryCodes())
              .withColumn("_known_activity", none);
      case ACTIVITY ->
          joined(records, "activity", mapping.activityCodes()).withColumn("_known_category", none);
    };
  }

  private Dataset<Row> joined(Dataset<Row> records, String code, Set<String> codes) {
    String known = "_known_" + code;
    return records.join(
        broadcast(spark.createDataset(List.copyOf(codes), Encoders.STRING()).toDF(known)),
        col(code).equalTo(col(known)),
        "left");
  }

  private Column decidedOn() {
    return switch (mapping.codesAsOf()) {
      case EVENT -> col("day");
      case RECORDED_AT -> coalesce(col("recorded_day"), date_sub(col("_latest_day"), 1));
    };
  }

  /** A later version may bear the code of an earlier one, which was recorded since the event. */
  private Column isHeld(Column term) {
    Column first =
        mapping.mode() == Mode.LEDGER ? col("_decided_on") : least(col("_decided_on"), col("day"));
    return first
        .leq(term.getField("last_day"))
        .and(col("_decided_on").geq(term.getField("first_day")));
  }

  private static Column orUnknown(String code) {
    return when(col(code).isNull(), lit(null).cast("string"))
        .otherwise(coalesce(col("_known_" + code), lit(ReferenceData.UNKNOWN)));
  }

  private Dataset<Row> stations() {
    Map<String, List<Station>> holders =
        reference.stations().stream()
            .collect(Collectors.groupingBy(Station::station, TreeMap::new, Collectors.toList()));
    List<Row> rows = new ArrayList<>();
    holders.forEach(
        (code, stations) ->
            rows.add(
                RowFactory.create(
                    code,
                    stations.stream().map(KnownCodes::term).toArray(),
                    stations.stream()
                        .map(KnownCodes::words)
                        .collect(Collectors.joining(" and ")))));
    return spark.createDataFrame(
        rows,
        StructType.fromDDL(
            "_station_code STRING, _terms ARRAY<STRUCT<first_day: DATE, last_day: DATE>>,"
                + " _station_days STRING"));
  }

  private static Row term(Station station) {
    return RowFactory.create(
        Date.valueOf(station.validFrom()),
        Date.valueOf(Optional.ofNullable(station.validTo()).orElse(FOR_EVER)));
  }

  private static String words(Station station) {
    return station.validTo() == null
        ? "from %s on".formatted(station.validFrom())
        : "%s to %s".formatted(station.validFrom(), station.validTo());
  }
}
