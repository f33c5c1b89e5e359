package io.tongqi.ingest;

import static org.apache.spark.sql.functions.col;

import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** Keeps the rows of unfinished batches out: a batch without receipts never happened. */
public final class Batches {
  private static final List<Table> WRITTEN =
      List.of(
          Table.RECORD_VERSIONS,
          Table.QUARANTINE,
          Table.LEDGER,
          Table.DAY_TOTALS,
          Table.MONTH_TOTALS);

  private final Tables tables;

  /** Of these tables. */
  public Batches(Tables tables) {
    this.tables = tables;
  }

  /** Adds rows of a batch to a table. */
  public void append(Table table, Dataset<Row> rows, String batchId) {
    tables.append(table, rows, batchId + "@" + tables.version(table));
  }

  /** Removes whatever a batch wrote. */
  public void discard(String batchId) {
    WRITTEN.forEach(table -> tables.deleteWhere(table, "batch_id = '" + batchId + "'"));
    tables.update(
        Table.QUARANTINE,
        "settled_by = '" + batchId + "'",
        Map.of("status", "'open'", "settled_by", "NULL"));
  }

  /** Removes what earlier runs left of batches that they did not finish; tells which. */
  public Set<String> discardUnfinished() {
    Set<String> unfinished = new TreeSet<>();
    if (WRITTEN.stream().anyMatch(table -> tables.version(table) > 0)) {
      unfinished.addAll(written());
      unfinished.removeAll(finished());
    }
    unfinished.forEach(this::discard);
    return unfinished;
  }

  /** The batches that have receipts. */
  public Set<String> finished() {
    return new TreeSet<>(ids(tables.read(Table.RECEIPTS)));
  }

  private Set<String> written() {
    Dataset<Row> all =
        WRITTEN.stream()
            .map(table -> tables.read(table).select("batch_id"))
            .reduce(Dataset::union)
            .orElseThrow();
    Dataset<Row> settled =
        tables.read(Table.QUARANTINE).where("settled_by IS NOT NULL").select(col("settled_by"));
    return new TreeSet<>(ids(all.union(settled)));
  }

  private static List<String> ids(Dataset<Row> rows) {
    return rows.select("batch_id").distinct().as(Encoders.STRING()).collectAsList();
  }
}
