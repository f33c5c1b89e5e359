package io.tongqi.ingest;

import io.tongqi.settings.Settings;
import io.tongqi.settings.SourceMapping;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The contents of a source → records, each judged by the rules. */
final class JudgedRows {
  private final SparkSession spark;
  private final Settings settings;
  private final SourceMapping mapping;
  private final Map<String, String> keys;

  JudgedRows(SparkSession spark, Settings settings, SourceMapping mapping) {
    this.spark = spark;
    this.settings = settings;
    this.mapping = mapping;
    this.keys = Expressions.inputColumns(spark, mapping);
  }

  SparkSession spark() {
    return spark;
  }

  Settings settings() {
    return settings;
  }

  SourceMapping mapping() {
    return mapping;
  }

  /** The input columns, each with the key of the mapping that names it first. */
  Map<String, String> keys() {
    return keys;
  }

  /** The input columns. */
  List<String> columns() {
    return List.copyOf(keys.keySet());
  }

  /** The rows of contents as they were delivered. */
  Dataset<Row> delivered(List<PlannedContent> contents) {
    return new DeliveredRows(spark, mapping, columns()).of(contents);
  }

  /** The records that delivered rows are, with what {@link QualityRules} say of each. */
  Dataset<Row> judged(Dataset<Row> delivered) {
    Dataset<Row> records = new CanonicalRecords(spark, mapping, settings).of(delivered);
    return new QualityRules(spark, mapping, settings.reference(), settings.unknownCodes())
        .judge(records);
  }
}
