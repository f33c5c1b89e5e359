package io.tongqi.ingest;

import io.tongqi.tables.SqlFile;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Settles lines in quarantine whose record was delivered again mended or in order, whose content
 * was replaced, or of whose day a later snapshot came.
 */
public final class Settlement {
  private Settlement() {}

  /** Settles, in one step, what batches of different sources settle in the quarantine. */
  public static void settle(Tables tables, List<Batch> batches) {
    SparkSession spark = tables.spark();
    Dataset<Row> ids =
        spark.createDataFrame(
            batches.stream().map(it -> RowFactory.create(it.mapping().source(), it.id())).toList(),
            StructType.fromDDL("source STRING, settled_by STRING"));
    Dataset<Row> open =
        tables
            .read(Table.QUARANTINE)
            .where("status = 'open'")
            .drop("settled_by")
            .join(ids, "source");
    if (open.isEmpty()) {
      return;
    }
    Dataset<Row> receipts =
        batches.stream()
            .map(it -> new StandingVersions(tables, it).receiptsAfter())
            .reduce(Dataset::unionByName)
            .orElseThrow();
    open.createOrReplaceTempView("open_lines");
    receipts.createOrReplaceTempView("standing_receipts");
    try (RecordKeys records = RecordKeys.of(open)) {
      Dataset<Row> placed =
          StandingVersions.placed(receipts, records.in(tables.read(Table.RECORD_VERSIONS)))
              .localCheckpoint();
      StandingVersions.standing(receipts, placed)
          .createOrReplaceTempView("versions_of_open_records");
      placed
          .where("is_ambiguous AND NOT is_superseded")
          .createOrReplaceTempView("contradicting_versions");
      tables.updateMatching(
          Table.QUARANTINE,
          spark.sql(SqlFile.read("ingest/settled_lines.sql")),
          List.of("source", "content_sha256", "batch_id", "line", "record_id", "status"),
          Map.of("status", "'settled'", "settled_by", "matching.settled_by"));
    }
  }
}
