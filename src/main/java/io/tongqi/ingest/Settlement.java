package io.tongqi.ingest;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import io.tongqi.tables.SqlFile;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Settles rejected lines whose record was delivered again mended, or whose content was replaced.
 */
public final class Settlement {
  private final SparkSession spark;
  private final Tables tables;

  /** Of the quarantine of these tables. */
  public Settlement(SparkSession spark, Tables tables) {
    this.spark = spark;
    this.tables = tables;
  }

  /** Settles what a batch settles; tells how many lines. */
  public long settle(Batch batch) {
    Dataset<Row> open =
        tables
            .read(Table.QUARANTINE)
            .where(
                col("source").equalTo(batch.mapping().source()).and(col("status").equalTo("open")));
    if (open.isEmpty()) {
      return 0;
    }
    Versions versions = new Versions(tables, batch.mapping().source());
    Dataset<Row> contents = versions.contents(batch.after());
    open.createOrReplaceTempView("open_lines");
    contents.createOrReplaceTempView("standing_contents");
    Dataset<Row> ids = open.where("record_id IS NOT NULL").select("record_id").distinct();
    versions
        .of(batch.after(), 1)
        .join(broadcast(ids), "record_id")
        .createOrReplaceTempView("versions_of_open_records");
    Map<String, Set<Long>> lines = new TreeMap<>();
    for (Row row : spark.sql(SqlFile.read("ingest/settled_lines.sql")).collectAsList()) {
      String place =
          "content_sha256 = '%s' AND batch_id = '%s'"
              .formatted(row.getAs("content_sha256"), row.getAs("batch_id"));
      lines.computeIfAbsent(place, key -> new TreeSet<>()).add(row.<Long>getAs("line"));
    }
    if (!lines.isEmpty()) {
      tables.update(
          Table.QUARANTINE,
          lines.entrySet().stream().map(Settlement::condition).collect(Collectors.joining(" OR ")),
          Map.of("status", "'settled'", "settled_by", "'" + batch.id() + "'"));
    }
    return lines.values().stream().mapToLong(Set::size).sum();
  }

  private static String condition(Map.Entry<String, Set<Long>> place) {
    List<String> lines = place.getValue().stream().map(String::valueOf).toList();
    return "(%s AND line IN (%s))".formatted(place.getKey(), String.join(", ", lines));
  }
}
