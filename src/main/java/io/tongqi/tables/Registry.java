package io.tongqi.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.TableIdentifier;
import org.apache.spark.sql.catalyst.catalog.CatalogTable;
import org.apache.spark.sql.catalyst.catalog.CatalogTableType;
import org.apache.spark.sql.catalyst.catalog.SessionCatalog;
import scala.Option;

/** The names of the tables in the catalog of a session; no name owns its data. */
final class Registry {
  private final SparkSession spark;

  Registry(SparkSession spark) {
    this.spark = spark;
  }

  /** Adds a schema whose folder is the given one, unless there is one. */
  void createSchema(String schema, String folder) {
    spark.sql("CREATE DATABASE IF NOT EXISTS " + schema + " LOCATION " + literal(folder));
  }

  /** Whether the name of the table stands for the data at the location. */
  boolean holds(Table table, String location) {
    SessionCatalog catalog =
        ((org.apache.spark.sql.classic.SparkSession) spark).sessionState().catalog();
    TableIdentifier name = new TableIdentifier(table.table(), Option.apply(table.layer()));
    if (!catalog.tableExists(name)) {
      return false;
    }
    CatalogTable present = catalog.getTempViewOrPermanentTableMetadata(name);
    if (present.tableType().equals(CatalogTableType.MANAGED())) {
      throw new TableException(
          "Registering %s: the catalog of this session holds another table of that name, with data"
                  .formatted(table.fullName())
              + " of its own at %s; use a catalog without it.".formatted(present.location()));
    }
    return new Path(present.location()).equals(qualified(location));
  }

  /** Lets the name of the table stand for the existing data at the location. */
  void register(Table table, String location) {
    forget(table);
    spark.sql(
        "CREATE TABLE %s USING delta LOCATION %s".formatted(table.fullName(), literal(location)));
  }

  /** Creates the table at the location, empty, by its DDL. */
  void create(Table table, String location) {
    forget(table);
    spark.sql(table.ddl() + "\nLOCATION " + literal(location));
  }

  private void forget(Table table) {
    spark.sql("DROP TABLE IF EXISTS " + table.fullName());
  }

  private Path qualified(String location) {
    Path path = new Path(location);
    try {
      return path.getFileSystem(spark.sparkContext().hadoopConfiguration()).makeQualified(path);
    } catch (IOException fault) {
      throw new UncheckedIOException("Opening the folder " + location, fault);
    }
  }

  private static String literal(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
