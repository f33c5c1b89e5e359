package io.tongqi.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;

import io.tongqi.domain.Format;
import io.tongqi.faults.DataRefusedException;
import io.tongqi.settings.SourceMapping;
import io.tongqi.tables.SparkSessions;
import java.sql.Date;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkThrowable;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Contents → rows: {@link TextRows#DELIVERY_COLUMNS} and the input columns. */
final class DeliveredRows {
  private final SparkSession spark;
  private final SourceMapping mapping;
  private final List<String> columns;

  DeliveredRows(SparkSession spark, SourceMapping mapping, List<String> columns) {
    this.spark = spark;
    this.mapping = mapping;
    this.columns = columns;
  }

  Dataset<Row> of(List<PlannedContent> contents) {
    if (mapping.format() == Format.PARQUET) {
      return contents.stream().map(this::parquet).reduce(Dataset::unionByName).orElseThrow();
    }
    JavaRDD<InternalRow> rows =
        new TextReader(mapping, columns, spark.sparkContext().hadoopConfiguration())
            .rows(contents, JavaSparkContext.fromSparkContext(spark.sparkContext()));
    return ((org.apache.spark.sql.classic.SparkSession) spark)
        .internalCreateDataFrame(rows.rdd(), schema(), false);
  }

  /** The zone of the session that the rows are read in. */
  ZoneId zone() {
    return ZoneId.of(spark.conf().get(SparkSessions.TIME_ZONE));
  }

  /** No rows, with the columns of those of text files. */
  Dataset<Row> none() {
    return spark.createDataFrame(List.of(), schema());
  }

  private StructType schema() {
    StructType schema = TextRows.DELIVERY_COLUMNS;
    for (String column : columns) {
      schema = schema.add(column, DataTypes.StringType);
    }
    return schema;
  }

  private Dataset<Row> parquet(PlannedContent content) {
    Dataset<Row> file = opened(content);
    String[] names = file.columns();
    for (Map.Entry<String, String> alias : mapping.aliases().entrySet()) {
      if (Arrays.asList(names).contains(alias.getKey())) {
        file = file.withColumnRenamed(alias.getKey(), alias.getValue());
      }
    }
    List<String> present = Arrays.asList(file.columns());
    List<String> missing =
        columns.stream()
            .filter(column -> !present.contains(column) && !mapping.optional().contains(column))
            .toList();
    if (!missing.isEmpty()) {
      throw new DataRefusedException(
          List.of(
              "reading the deliveries of source %s: file %s has no column %s, only %s; give the new names as aliases in %s"
                  .formatted(
                      mapping.source(),
                      content.file().path(),
                      String.join(", ", missing),
                      String.join(", ", names),
                      mapping.file())));
    }
    List<Column> selected = new ArrayList<>();
    selected.add(lit(content.file().path()).as("_file"));
    selected.add(lit(content.sha256()).as("_content"));
    selected.add(
        lit(content.deliveredOn() == null ? null : Date.valueOf(content.deliveredOn()))
            .cast("date")
            .as("_delivered_on"));
    selected.add(col("_metadata.row_index").plus(1).as("_line"));
    selected.add(
        to_json(struct(present.stream().map(name -> col("`" + name + "`")).toArray(Column[]::new)))
            .as("_raw"));
    selected.add(lit(null).cast("string").as("_problem"));
    for (String column : columns) {
      selected.add(
          present.contains(column) ? col("`" + column + "`") : lit(null).cast("string").as(column));
    }
    return file.select(selected.toArray(Column[]::new));
  }

  private Dataset<Row> opened(PlannedContent content) {
    try {
      return spark.read().parquet(content.file().uri());
    } catch (Exception failure) {
      if (failure instanceof SparkThrowable) {
        throw new DataRefusedException(
            List.of(
                "reading the deliveries of source %s: file %s cannot be read as Parquet: %s; deliver it again"
                    .formatted(mapping.source(), content.file().path(), failure.getMessage())));
      }
      throw failure;
    }
  }
}
