package io.tongqi.ingest;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.tongqi.calendar.DayRange;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import java.sql.Date;
import java.util.Collection;
import java.util.List;
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
          .add("delivered_on", DataTypes.DateType)
          .add("first_day", DataTypes.DateType)
          .add("last_day", DataTypes.DateType);

  /**
   * Rows of {@code bronze.record_versions} with the {@code delivered_on} of their content and the
   * {@code side} given: 1 for what stands after a batch, -1 for what stood before it.
   */
  public Dataset<Row> of(Collection<ActiveContent> contents, int side) {
    return tables
        .read(Table.RECORD_VERSIONS)
        .where(col("source").equalTo(source))
        .join(
            broadcast(contents(contents).drop("first_day", "last_day")),
            CollectionConverters.asScala(List.of("content_sha256", "batch_id")).toSeq())
        .withColumn("side", lit(side));
  }

  /** Contents as rows: hash, batch of the rows, delivery's date, first and last day covered. */
  public Dataset<Row> contents(Collection<ActiveContent> contents) {
    List<Row> rows =
        contents.stream()
            .map(
                it ->
                    RowFactory.create(
                        it.contentSha256(),
                        it.rowsBatchId(),
                        it.deliveredOn().map(Date::valueOf).orElse(null),
                        it.covered().map(DayRange::first).map(Date::valueOf).orElse(null),
                        it.covered().map(DayRange::last).map(Date::valueOf).orElse(null)))
            .toList();
    return tables.spark().createDataFrame(rows, CONTENTS);
  }
}
