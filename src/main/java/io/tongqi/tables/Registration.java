package io.tongqi.tables;

import static java.util.stream.Collectors.toMap;

import io.tongqi.faults.SettingsException;
import io.tongqi.faults.TryAgainException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The tables and views of a warehouse in Spark's own catalog, where it is kept by a Hive metastore:
 * whoever asks that by SQL sees them by name, with their comments. Doing it again changes nothing.
 *
 * @param prefix what the names of the schemas begin with: {@code tongqi_} for {@code tongqi_gold}
 */
public record Registration(Tables tables, String prefix) {
  private static final String IMPLEMENTATION = "spark.sql.catalogImplementation";

  /**
   * Makes sure that the catalog outlives the session.
   *
   * @throws SettingsException when it does not
   */
  public void check() {
    String catalog = tables.spark().conf().get(IMPLEMENTATION, "in-memory");
    if (!catalog.equals("hive")) {
      throw new SettingsException(
          List.of(
              "registering the tables as %s…: the catalog of this Spark is %s and ends with it; set %s: hive and the address of the metastore under spark.conf, or remove catalog.schema_prefix from the settings"
                  .formatted(prefix, catalog, IMPLEMENTATION)));
    }
  }

  /**
   * Registers all of them; gives how many there are.
   *
   * @throws SettingsException when the catalog does not outlive the session, or holds other tables
   *     under these names
   * @throws TryAgainException when the metastore does not answer
   */
  public int run() {
    check();
    try {
      SparkSession spark = SparkSessions.beside(tables.spark());
      Stream.of(Table.values())
          .map(Table::layer)
          .distinct()
          .forEach(it -> spark.sql("CREATE SCHEMA IF NOT EXISTS spark_catalog." + prefix + it));
      Stream.of(Table.values()).forEach(it -> register(spark, it));
      Map<Relation, String> names = Relation.all().stream().collect(toMap(it -> it, this::name));
      Stream.of(View.values()).forEach(it -> spark.sql(it.ddl(names)));
      return Relation.all().size();
    } catch (RuntimeException failure) {
      throw isOfMetastore(failure)
          ? new TryAgainException(
              List.of(
                  "registering the tables as %s…: the metastore does not answer, or refuses (%s); what was released stands: when the metastore is back, run tongqi tables --register"
                      .formatted(prefix, ExceptionUtils.getRootCauseMessage(failure))))
          : failure;
    }
  }

  private String name(Relation relation) {
    return "spark_catalog." + prefix + relation.fullName();
  }

  private void register(SparkSession spark, Table table) {
    String wanted = qualified(spark, tables.location(table));
    Optional<String> held = held(spark, table);
    if (held.isPresent() && !held.get().equals(wanted)) {
      spark.sql("DROP TABLE " + name(table));
    }
    spark.sql(
        "CREATE TABLE IF NOT EXISTS %s USING delta LOCATION '%s'"
            .formatted(name(table), wanted.replace("\\", "\\\\").replace("'", "\\'")));
  }

  /** Where the table lies that has this name in the catalog, if there is one. */
  private Optional<String> held(SparkSession spark, Table table) {
    if (!spark.catalog().tableExists(name(table))) {
      return Optional.empty();
    }
    Map<String, String> told =
        spark.sql("DESCRIBE TABLE EXTENDED " + name(table)).collectAsList().stream()
            .filter(it -> List.of("Location", "Type", "Provider").contains(it.getString(0)))
            .collect(toMap(it -> it.getString(0), Registration::value, (first, last) -> last));
    if (!"delta".equals(told.get("Provider")) || !"EXTERNAL".equals(told.get("Type"))) {
      throw new SettingsException(
          List.of(
              "registering %s: the catalog holds another table of that name (%s); name another catalog.schema_prefix in the settings"
                  .formatted(name(table), told)));
    }
    return Optional.ofNullable(told.get("Location"));
  }

  private static String value(Row row) {
    return StringUtils.strip(row.getString(1));
  }

  private static String qualified(SparkSession spark, String location) {
    try {
      Path path = new Path(location);
      return path.getFileSystem(spark.sparkContext().hadoopConfiguration())
          .makeQualified(path)
          .toString();
    } catch (IOException failure) {
      throw new UncheckedIOException("registering " + location, failure);
    }
  }

  private static boolean isOfMetastore(Throwable failure) {
    return ExceptionUtils.getThrowableList(failure).stream()
        .map(it -> it.getClass().getName())
        .anyMatch(it -> StringUtils.containsAny(it, ".hive.", ".thrift.", "jdo.", ".derby."));
  }
}
