package io.tongqi.tables;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/**
 * Every table of the warehouse. Its columns, comments, keys and constraints stand in its one DDL
 * file, {@code sql/tables/<schema>.<table>.sql}.
 */
public enum Table {
  RECEIPTS("bronze", "receipts"),
  RECORD_VERSIONS("bronze", "record_versions"),
  QUARANTINE("bronze", "quarantine"),
  LEDGER("silver", "ledger"),
  DAY_TOTALS("silver", "day_totals"),
  MONTH_TOTALS("silver", "month_totals"),
  INCIDENTS("silver", "incidents"),
  STATIONS("silver", "stations"),
  DISTRICTS("silver", "districts"),
  GROUPS("silver", "groups"),
  CATEGORIES("silver", "categories"),
  SAME_PERIODS("gold", "same_periods"),
  PERIOD_FACTS("gold", "period_facts"),
  DECADE_COMPARISON("gold", "decade_comparison"),
  ZERO_DAYS("gold", "zero_days"),
  STATION_CLEARANCE("gold", "station_clearance"),
  STATION_RECOVERY("gold", "station_recovery"),
  DATA_DICTIONARY("gold", "data_dictionary"),
  RELEASES("gold", "releases");

  private final String layer;
  private final String table;

  Table(String layer, String table) {
    this.layer = layer;
    this.table = table;
  }

  /** The layer, which is also the schema: bronze, silver or gold. */
  public String layer() {
    return layer;
  }

  /** The name without its schema. */
  public String table() {
    return table;
  }

  /** The name with its schema, as SQL spells it: {@code gold.period_facts}. */
  public String fullName() {
    return layer + "." + table;
  }

  /** The text of the DDL file: a CREATE TABLE without LOCATION. */
  public String ddl() {
    return definition().ddl();
  }

  /** The declared columns, with nullability and raw comments. */
  public StructType columns() {
    return definition().columns();
  }

  /** The names of the partition columns; empty for a table without partitions. */
  public List<String> partitionColumns() {
    return definition().partitionColumns();
  }

  /** The comment of the table itself. */
  public Comment comment() {
    return definition().comment();
  }

  /** The table of that full name. */
  public static Table named(String fullName) {
    for (Table table : values()) {
      if (table.fullName().equals(fullName)) {
        return table;
      }
    }
    throw new TableException(
        "Looking up a table: there is none called " + fullName + "; use one of " + names() + ".");
  }

  private Definition definition() {
    return Definition.of(fullName());
  }

  private static List<String> names() {
    return List.of(values()).stream().map(Table::fullName).toList();
  }
}
