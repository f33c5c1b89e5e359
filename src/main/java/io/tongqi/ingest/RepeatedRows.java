package io.tongqi.ingest;

import static org.apache.spark.sql.functions.col;

import io.tongqi.statistics.Share;
import io.tongqi.tables.SqlFile;
import io.tongqi.tables.Tables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How the rows of a batch compare with others of their records, by file.
 *
 * @param versions duplicate, stale and moved versions
 * @param alike rows that differ from others only in what the mapping does not read
 */
record RepeatedRows(Map<String, Versions> versions, Map<String, AlikeRows.Alike> alike) {
  /** None. */
  static final RepeatedRows NONE = new RepeatedRows(Map.of(), Map.of());

  /** What versions of a file are in the order of their records; an example of a moved one. */
  record Versions(long duplicate, long stale, long moved, String movedExample) {}

  /**
   * Those of a batch, whose rows are in bronze.
   *
   * @param standing rows of {@code silver.standing_versions}, of the records that come repeatedly,
   *     or that the batch may change
   */
  static RepeatedRows of(
      Batch batch,
      Dataset<Row> standing,
      List<PlannedContent> contents,
      Tables tables,
      AlikeRows alikeRows) {
    standing
        .withColumn("is_new", col("batch_id").equalTo(batch.id()))
        .createOrReplaceTempView("versions_of_repeated_records");
    Map<String, Versions> versions = versions(tables);
    boolean isRepeating = versions.values().stream().anyMatch(it -> it.duplicate() > 0);
    return new RepeatedRows(versions, isRepeating ? alikeRows.byFile(contents) : Map.of());
  }

  private static Map<String, Versions> versions(Tables tables) {
    Map<String, Versions> versions = new HashMap<>();
    for (Row row : tables.spark().sql(SqlFile.read("ingest/version_counts.sql")).collectAsList()) {
      versions.put(
          row.getAs("file"),
          new Versions(
              row.<Long>getAs("duplicate"),
              row.<Long>getAs("stale"),
              row.<Long>getAs("moved"),
              row.getAs("moved_example")));
    }
    return versions;
  }

  /** The rows of a file that say again what is held, word for word. */
  long duplicate(String path) {
    long repeated = versions.containsKey(path) ? versions.get(path).duplicate() : 0;
    return repeated - (alike.containsKey(path) ? alike.get(path).rows() : 0);
  }

  /** The rows of a file that are older than a version that was held. */
  long stale(String path) {
    return versions.containsKey(path) ? versions.get(path).stale() : 0;
  }

  /** What is odd about them. */
  List<Finding> findings(long accepted, long read) {
    long moved = versions.values().stream().mapToLong(Versions::moved).sum();
    long resembling = alike.values().stream().mapToLong(AlikeRows.Alike::rows).sum();
    return List.of(
        new Finding(
            ShareRule.MOVED,
            new Share(Math.min(moved, accepted), accepted),
            versions.values().stream()
                .map(Versions::movedExample)
                .filter(Objects::nonNull)
                .sorted()
                .limit(1)
                .toList()),
        new Finding(
            ShareRule.ALIKE,
            new Share(resembling, read),
            alike.values().stream().map(AlikeRows.Alike::example).sorted().limit(1).toList()));
  }
}
