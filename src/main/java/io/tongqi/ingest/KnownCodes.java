package io.tongqi.ingest;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.tongqi.domain.UnknownCodes;
import io.tongqi.reference.ReferenceData;
import io.tongqi.reference.Station;
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

/** Looks the codes of records up in the reference data. */
final class KnownCodes {
  private final SparkSession spark;
  private final ReferenceData reference;
  private final UnknownCodes unknownCodes;

  KnownCodes(SparkSession spark, ReferenceData reference, UnknownCodes unknownCodes) {
    this.spark = spark;
    this.reference = reference;
    this.unknownCodes = unknownCodes;
  }

  /**
   * Adds {@code _known_station} and {@code _known_category}: the code where it is known, the
   * station's on the {@code day} of the record, else null. Where the settings send unknown codes to
   * {@code unknown}, the record's own code becomes that.
   */
  Dataset<Row> mark(Dataset<Row> records) {
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
    return when(col(code).isNull(), lit(null).cast("string"))
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
