package io.tongqi.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.tongqi.domain.CanonicalColumn;
import io.tongqi.tables.SqlFile;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The lines whose versions contradict others since a batch, its own and earlier ones. Which they
 * are is told by {@code silver.delivered_versions}; in quarantine they can be seen.
 */
record AmbiguousLines(Tables tables, Batch batch) {
  private static final Map<String, List<String>> COLUMNS =
      Map.of("column", Stream.of(CanonicalColumn.values()).map(CanonicalColumn::column).toList());

  /**
   * Puts in quarantine those that are not in it.
   *
   * @param placed rows of {@code silver.delivered_versions}, of the records that the batch may
   *     change
   * @return how many there are among the rows of the batch, by file
   */
  Map<String, Long> quarantine(Dataset<Row> placed) {
    Dataset<Row> contradicting = placed.where("is_ambiguous");
    if (contradicting.isEmpty()) {
      return Map.of();
    }
    contradicting.createOrReplaceTempView("contradicting_versions");
    Dataset<Row> lines =
        tables.spark().sql(SqlFile.read("ingest/ambiguous_lines.sql", COLUMNS)).localCheckpoint();
    List<Row> counts = lines.groupBy("rows_batch_id", "file").count().collectAsList();
    append(lines);
    return counts.stream()
        .filter(row -> row.getString(0).equals(batch.id()))
        .collect(Collectors.toMap(row -> row.getString(1), row -> row.getLong(2)));
  }

  /** Computes the lines before it appends them: other sources may append to the table meanwhile. */
  private void append(Dataset<Row> lines) {
    lines.createOrReplaceTempView("ambiguous_lines");
    tables.read(Table.QUARANTINE).createOrReplaceTempView("held_lines");
    Dataset<Row> unknown =
        tables.spark().sql(SqlFile.read("ingest/lines_not_in_quarantine.sql")).localCheckpoint();
    new Batches(tables)
        .append(
            Table.QUARANTINE,
            unknown
                .withColumn("source", lit(batch.mapping().source()))
                .withColumn("batch_id", lit(batch.id()))
                .withColumn("rejected_as_of", lit(null))
                .withColumn("settled_by", when(col("status").equalTo("settled"), lit(batch.id()))),
            batch.id());
  }
}
