package io.tongqi.ingest;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.tongqi.calendar.DayRange;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/** The record versions of one source in the contents that stand. */
public record Versions(Tables tables, String source) {
  private static final StructType CONTENTS =
      new StructType()
          .add("content_sha256", DataTypes.StringType)
          .add("batch_id", DataTypes.StringType)
          .add("delivered_on", DataTypes.DateType);
  private static final StructType DELIVERIES =
      new StructType()
          .add("delivered_on", DataTypes.DateType)
          .add("first_day", DataTypes.DateType)
          .add("last_day", DataTypes.DateType)
          .add("station", DataTypes.StringType);

  /**
   * Rows of {@code bronze.record_versions} with the {@code delivered_on} of their content and the
   * {@code side} given: 1 for what stands after a batch, -1 for what stood before it.
   */
  public Dataset<Row> of(Collection<ActiveContent> contents, int side) {
    return tables
        .read(Table.RECORD_VERSIONS)
        .where(col("source").equalTo(source))
        .join(
            broadcast(contents(contents)),
            CollectionConverters.asScala(List.of("content_sha256", "batch_id")).toSeq())
        .withColumn("side", lit(side));
  }

  /**
   * The same for snapshots: a row for each date on which a content was delivered. A snapshot that
   * comes again says again what it holds, on that day.
   */
  public Dataset<Row> atEachDelivery(Collection<ActiveContent> contents, int side) {
    List<Row> rows =
        contents.stream()
            .flatMap(
                content ->
                    content.deliveries().stream()
                        .map(ActiveContent.Answered::on)
                        .distinct()
                        .map(
                            on ->
                                RowFactory.create(
                                    content.contentSha256(),
                                    content.rowsBatchId(),
                                    date(on),
                                    !on.equals(content.deliveredOn()))))
            .toList();
    Dataset<Row> dates =
        tables.spark().createDataFrame(rows, CONTENTS.add("is_again", DataTypes.BooleanType));
    return tables
        .read(Table.RECORD_VERSIONS)
        .where(col("source").equalTo(source))
        .join(
            broadcast(dates),
            CollectionConverters.asScala(List.of("content_sha256", "batch_id")).toSeq())
        .withColumn(
            "recorded_day",
            when(col("is_again"), col("delivered_on")).otherwise(col("recorded_day")))
        .drop("is_again")
        .withColumn("side", lit(side));
  }

  /** Contents as rows: hash, batch of the rows, delivery's date. */
  public Dataset<Row> contents(Collection<ActiveContent> contents) {
    List<Row> rows =
        contents.stream()
            .map(
                it ->
                    RowFactory.create(it.contentSha256(), it.rowsBatchId(), date(it.deliveredOn())))
            .toList();
    return tables.spark().createDataFrame(rows, CONTENTS);
  }

  /** Their deliveries as rows: date, first and last day covered, only station or null for all. */
  public Dataset<Row> deliveries(Collection<ActiveContent> contents) {
    List<Row> rows =
        contents.stream()
            .flatMap(it -> it.deliveries().stream())
            .distinct()
            .map(
                it ->
                    RowFactory.create(
                        date(it.on()),
                        date(it.days().map(DayRange::first)),
                        date(it.days().map(DayRange::last)),
                        it.station().orElse(null)))
            .toList();
    return tables.spark().createDataFrame(rows, DELIVERIES);
  }

  private static Date date(Optional<LocalDate> day) {
    return day.map(Date::valueOf).orElse(null);
  }
}
