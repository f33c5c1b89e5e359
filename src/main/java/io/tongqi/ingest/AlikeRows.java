package io.tongqi.ingest;

import io.tongqi.settings.SourceMapping;
import io.tongqi.tables.SqlFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Rows of one file that say the same in all that the mapping reads and differ in the rest: not the
 * same row twice, but most likely two of which the key or the mapping sees too little. Only files
 * that repeat rows are read again for it.
 */
record AlikeRows(SparkSession spark, SourceMapping mapping, List<String> columns) {
  /** How many there are in a file beyond the first of each, and an example in words. */
  record Alike(long rows, String example) {}

  /** Those in the contents of a batch, by file. */
  Map<String, Alike> byFile(List<PlannedContent> contents) {
    Dataset<Row> repeated = spark.sql(SqlFile.read("ingest/repeated_lines.sql"));
    Set<String> repeating =
        Set.copyOf(
            repeated.select("content_sha256").distinct().as(Encoders.STRING()).collectAsList());
    if (repeating.isEmpty()) {
      return Map.of();
    }
    List<PlannedContent> again =
        contents.stream().filter(it -> repeating.contains(it.sha256())).toList();
    repeated.createOrReplaceTempView("repeated_lines");
    new DeliveredRows(spark, mapping, columns).of(again).createOrReplaceTempView("delivered_rows");
    Map<String, Alike> alike = new HashMap<>();
    for (Row row : spark.sql(SqlFile.read("ingest/alike_rows.sql")).collectAsList()) {
      alike.put(row.getAs("file"), new Alike(row.<Long>getAs("alike"), row.getAs("example")));
    }
    return alike;
  }
}
