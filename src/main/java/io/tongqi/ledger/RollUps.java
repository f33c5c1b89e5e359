package io.tongqi.ledger;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.trunc;

import io.tongqi.reference.ReferenceData;
import java.sql.Date;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Ledger entries → sums by day and by month, for today's stations and the category groups. */
public final class RollUps {
  private static final List<String> AREA = List.of("area", "category_group", "batch_id");

  private final SparkSession spark;
  private final ReferenceData reference;

  /** Rolls stations forward and sorts categories by these reference data. */
  public RollUps(SparkSession spark, ReferenceData reference) {
    this.spark = spark;
    this.reference = reference;
  }

  /** Rows of {@code silver.day_totals} from rows of {@code silver.ledger}. */
  public Dataset<Row> dayTotals(Dataset<Row> ledger) {
    return totals(ledger, List.of("day", "recorded_on"));
  }

  /** Rows of {@code silver.month_totals} from rows of {@code silver.ledger}. */
  public Dataset<Row> monthTotals(Dataset<Row> ledger) {
    return totals(
        ledger
            .withColumn("month", trunc(col("day"), "MM"))
            .withColumn("origin_month", trunc(col("origin_day"), "MM")),
        List.of("month", "origin_month"));
  }

  private Dataset<Row> totals(Dataset<Row> ledger, List<String> time) {
    Column[] sums =
        Entries.measures().stream()
            .map(measure -> sum(col(measure)).as(measure))
            .toArray(Column[]::new);
    return ledger
        .join(
            broadcast(stationAreas()),
            col("station")
                .equalTo(col("code"))
                .and(col("origin_day").between(col("from_day"), col("to_day"))))
        .join(broadcast(memberships()), "category")
        .groupBy(columns(time, AREA))
        .agg(sums[0], Arrays.copyOfRange(sums, 1, sums.length))
        .join(broadcast(districts()), "area")
        .withColumnRenamed("area", "station");
  }

  private static Column[] columns(List<String> first, List<String> second) {
    return java.util.stream.Stream.concat(first.stream(), second.stream())
        .map(name -> col(name))
        .toArray(Column[]::new);
  }

  private Dataset<Row> stationAreas() {
    List<Row> rows =
        reference.stationAreas().stream()
            .map(
                it ->
                    RowFactory.create(
                        it.station(),
                        Date.valueOf(it.fromDay()),
                        Date.valueOf(it.toDay()),
                        it.area()))
            .toList();
    return spark.createDataFrame(
        rows,
        new StructType()
            .add("code", DataTypes.StringType)
            .add("from_day", DataTypes.DateType)
            .add("to_day", DataTypes.DateType)
            .add("area", DataTypes.StringType));
  }

  private Dataset<Row> districts() {
    List<Row> rows =
        reference.stationAreas().stream()
            .map(it -> RowFactory.create(it.area(), it.district()))
            .distinct()
            .toList();
    return spark.createDataFrame(
        rows,
        new StructType().add("area", DataTypes.StringType).add("district", DataTypes.StringType));
  }

  private Dataset<Row> memberships() {
    List<Row> rows =
        reference.categories().stream()
            .map(it -> RowFactory.create(it.category(), it.categoryGroup()))
            .toList();
    return spark.createDataFrame(
        rows,
        new StructType()
            .add("category", DataTypes.StringType)
            .add("category_group", DataTypes.StringType));
  }
}
