package io.tongqi.figures;

import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The tables that figures are computed from.
 *
 * @param ledger the columns of silver.ledger
 * @param receipts the columns of bronze.receipts
 * @param quarantine the columns of bronze.quarantine
 * @param versions the columns of bronze.record_versions
 * @param activities the columns of silver.activity_entries
 */
record Inputs(
    Dataset<Row> ledger,
    Dataset<Row> receipts,
    Dataset<Row> quarantine,
    Dataset<Row> versions,
    Dataset<Row> activities) {
  /** Those of a warehouse, as they are now. */
  static Inputs of(Tables tables) {
    return new Inputs(
        tables.read(Table.LEDGER),
        tables.read(Table.RECEIPTS),
        tables.read(Table.QUARANTINE),
        tables.read(Table.RECORD_VERSIONS),
        tables.read(Table.ACTIVITY_ENTRIES));
  }
}
