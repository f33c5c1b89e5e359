package io.tongqi.tables;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What tables hold, as texts to compare. */
public final class WarehouseRows {
  /** Tables of which two warehouses of the same records hold the same rows, whatever ran. */
  public static final Predicate<Table> OF_RECORDS =
      table -> table != Table.RUNS && table != Table.RELEASES;

  private WarehouseRows() {}

  /** The rows of some tables, each sorted, by the table's name. */
  public static Map<String, List<String>> of(Tables tables, Predicate<Table> some) {
    Map<String, List<String>> rows = new TreeMap<>();
    for (Table table : Table.values()) {
      if (some.test(table)) {
        rows.put(table.fullName(), texts(tables.read(table)));
      }
    }
    return rows;
  }

  /** Rows, sorted. */
  public static List<String> texts(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(Row::toString).sorted().toList();
  }
}
