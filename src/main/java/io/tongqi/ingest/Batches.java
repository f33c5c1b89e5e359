package io.tongqi.ingest;

import static java.util.stream.Collectors.toCollection;

import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Keeps the rows of unfinished batches out: a batch without receipts never happened. Which batches
 * wrote to a table is told by its log, where each append is noted as {@code BATCH@VERSION}, by the
 * version of the table before it, and a removal as {@code BATCH@removed}.
 */
public final class Batches {
  private static final List<Table> WRITTEN =
      List.of(Table.RECORD_VERSIONS, Table.QUARANTINE, Table.LEDGER, Table.ACTIVITY_ENTRIES);
  private static final Set<Table> BOOKS = EnumSet.of(Table.LEDGER, Table.ACTIVITY_ENTRIES);
  private static final String REMOVED = "removed";
  private static final String TOGETHER = "+";

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
    for (Table table : WRITTEN) {
      if (written(table).contains(batchId)) {
        tables.deleteWhere(table, "batch_id = '" + batchId + "'");
        if (BOOKS.contains(table)) {
          unsettle(batchId);
        }
        tables.note(table, batchId + "@" + REMOVED, tables.version(table));
      }
    }
  }

  /** Removes what earlier runs left of batches that they did not finish; tells which. */
  public Set<String> discardUnfinished() {
    Set<String> unfinished = new TreeSet<>();
    WRITTEN.forEach(table -> unfinished.addAll(written(table)));
    if (!unfinished.isEmpty()) {
      unfinished.removeAll(finished());
    }
    unfinished.forEach(this::discard);
    return unfinished;
  }

  /** Adds the receipts of batches, together, after which they are finished. */
  public void finish(Dataset<Row> receipts, List<String> batchIds) {
    append(Table.RECEIPTS, receipts, String.join(TOGETHER, batchIds));
  }

  /** The batches that have receipts. */
  public Set<String> finished() {
    return written(Table.RECEIPTS).stream()
        .flatMap(it -> Stream.of(it.split(Pattern.quote(TOGETHER), -1)))
        .collect(toCollection(TreeSet::new));
  }

  /** Opens again what the batch settled, as the last thing that it did before its receipts. */
  private void unsettle(String batchId) {
    tables.update(
        Table.QUARANTINE,
        "settled_by = '" + batchId + "'",
        Map.of("status", "'open'", "settled_by", "NULL"));
  }

  /** The batches that wrote to the table since their rows were last removed from it. */
  private Set<String> written(Table table) {
    Map<String, Long> lastWritten = new HashMap<>();
    Map<String, Long> lastRemoved = new HashMap<>();
    tables
        .transactions(table)
        .forEach(
            (transaction, version) -> {
              int at = transaction.lastIndexOf('@');
              String batchId = transaction.substring(0, at);
              String when = transaction.substring(at + 1);
              if (when.equals(REMOVED)) {
                lastRemoved.put(batchId, version);
              } else {
                lastWritten.merge(batchId, Long.valueOf(when), Math::max);
              }
            });
    Set<String> written = new TreeSet<>();
    lastWritten.forEach(
        (batchId, version) -> {
          if (version > lastRemoved.getOrDefault(batchId, -1L)) {
            written.add(batchId);
          }
        });
    return written;
  }
}
