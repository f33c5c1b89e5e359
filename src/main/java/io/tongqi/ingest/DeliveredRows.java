package io.tongqi.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.tongqi.domain.Format;
import io.tongqi.settings.SourceMapping;
import io.tongqi.tables.SparkSessions;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
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
    return withIgnored(
        mapping.format() == Format.PARQUET
            ? new ParquetRows(spark, mapping, columns).of(contents)
            : text(contents));
  }

  private Dataset<Row> text(List<PlannedContent> contents) {
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
    return withIgnored(spark.createDataFrame(List.of(), schema()));
  }

  /**
   * Marks what the mapping says is no record. What a line gives that could not be read serves for
   * that only.
   */
  private Dataset<Row> withIgnored(Dataset<Row> rows) {
    List<Column> selected = new ArrayList<>();
    for (String name : TextRows.DELIVERY_COLUMNS.fieldNames()) {
      selected.add(name.equals("_ignored") ? ignored(rows).as(name) : col(name));
    }
    for (String column : columns) {
      Column value = col("`" + column + "`");
      selected.add(when(col("_problem").isNull(), value).as(column));
    }
    return rows.select(selected.toArray(Column[]::new));
  }

  private Column ignored(Dataset<Row> rows) {
    return mapping
        .ignore()
        .map(condition -> Expressions.condition(rows, condition, mapping))
        .map(isNone -> coalesce(col("_ignored"), when(isNone, lit(Ignored.BY_MAPPING.code()))))
        .orElse(col("_ignored"));
  }

  private StructType schema() {
    StructType schema = TextRows.DELIVERY_COLUMNS;
    for (String column : columns) {
      schema = schema.add(column, DataTypes.StringType);
    }
    return schema;
  }
}
