package io.tongqi.ingest;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import io.tongqi.tables.SqlFile;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import java.util.LinkedHashMap;
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

  private Settlement(SparkSession spark, Tables tables) {
    this.spark = spark;
    this.tables = tables;
  }

  /** Settles, in one step, what batches of different sources settle in the quarantine. */
  public static void settle(Tables tables, List<Batch> batches) {
    List<Map<String, Set<Long>>> lines =
        tables.eachApart(
            "settle", batches, (own, batch) -> new Settlement(own.spark(), own).lines(batch));
    Map<Batch, String> settled = new LinkedHashMap<>();
    for (int index = 0; index < batches.size(); index++) {
      if (!lines.get(index).isEmpty()) {
        settled.put(
            batches.get(index),
            lines.get(index).entrySet().stream()
                .map(Settlement::condition)
                .collect(Collectors.joining(" OR ")));
      }
    }
    if (!settled.isEmpty()) {
      String by =
          settled.keySet().stream()
              .map(it -> "WHEN '%s' THEN '%s'".formatted(it.mapping().source(), it.id()))
              .collect(Collectors.joining(" ", "CASE source ", " END"));
      tables.update(
          Table.QUARANTINE,
          String.join(" OR ", settled.values()),
          Map.of("status", "'settled'", "settled_by", by));
    }
  }

  /** The lines that a batch settles, by an SQL condition on their content. */
  private Map<String, Set<Long>> lines(Batch batch) {
    Dataset<Row> open =
        tables
            .read(Table.QUARANTINE)
            .where(
                col("source").equalTo(batch.mapping().source()).and(col("status").equalTo("open")));
    if (open.isEmpty()) {
      return Map.of();
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
    return lines;
  }

  private static String condition(Map.Entry<String, Set<Long>> place) {
    List<String> lines = place.getValue().stream().map(String::valueOf).toList();
    return "(%s AND line IN (%s))".formatted(place.getKey(), String.join(", ", lines));
  }
}
