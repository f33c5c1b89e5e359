package io.tongqi.tables;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/**
 * Every table of the warehouse. Its columns, comments, keys and constraints stand in its one DDL
 * file, {@code sql/tables/<schema>.<table>.sql}.
 */
public enum Table implements Relation {
  RECEIPTS("bronze", "receipts"),
  RECORD_VERSIONS("bronze", "record_versions"),
  QUARANTINE("bronze", "quarantine"),
  ACCEPTANCES("bronze", "acceptances"),
  LEDGER("silver", "ledger"),
  ACTIVITY_ENTRIES("silver", "activity_entries"),
  COVERAGE("silver", "coverage"),
  STATIONS("silver", "stations"),
  DISTRICTS("silver", "districts"),
  GROUPS("silver", "groups"),
  CATEGORIES("silver", "categories"),
  RUNS("silver", "runs"),
  SAME_PERIODS("gold", "same_periods"),
  PERIOD_FACTS("gold", "period_facts"),
  DECADE_COMPARISON("gold", "decade_comparison"),
  ZERO_DAYS("gold", "zero_days"),
  STATION_CLEARANCE("gold", "station_clearance"),
  STATION_RECOVERY("gold", "station_recovery"),
  ACTIVITY_TOTALS("gold", "activity_totals"),
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

  @Override
  public String fullName() {
    return layer + "." + table;
  }

  /** The folder of the table in the warehouse of that folder. */
  String location(String warehouse) {
    return warehouse + "/" + layer + "/" + table;
  }

  /** The text of the DDL file: a CREATE TABLE without LOCATION. */
  @Override
  public String ddl() {
    return definition().ddl();
  }

  /** The same for the table in a folder. */
  String ddlAt(String location) {
    return ddl()
        .replace(
            "CREATE TABLE %s (".formatted(fullName()),
            "CREATE TABLE spark_catalog.delta.`%s` (".formatted(location.replace("`", "``")));
  }

  /** The version of its schema: a table with a lower one was written by an earlier Tongqi. */
  int version() {
    return definition().version();
  }

  @Override
  public StructType columns() {
    return definition().columns();
  }

  /** The names of the partition columns; empty for a table without partitions. */
  public List<String> partitionColumns() {
    return definition().partitionColumns();
  }

  @Override
  public Comment comment() {
    return definition().comment();
  }

  private Definition definition() {
    return Definition.of(fullName());
  }
}
