package io.tongqi.tables;

import static java.util.stream.Collectors.joining;

import io.delta.exceptions.DeltaConcurrentModificationException;
import io.delta.tables.DeltaTable;
import java.io.FileNotFoundException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.VersionChecksum;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The tables of one warehouse, a folder on any Hadoop file system. What is written is selected in
 * the order of the table's columns and cast to their types; columns that the table does not have
 * are left out.
 */
public final class Tables {
  private static final Set<String> GONE =
      Set.of(
          "DELTA_VERSION_NOT_FOUND",
          "DELTA_CANNOT_RESTORE_TABLE_VERSION",
          "DELTA_LOG_FILE_NOT_FOUND",
          "DELTA_FILE_NOT_FOUND_DETAILED",
          "DELTA_TRUNCATED_TRANSACTION_LOG",
          "FAILED_READ_FILE.FILE_NOT_EXIST");
  private static final String DELETED_FILES = "delta.deletedFileRetentionDuration";
  private static final int ATTEMPTS = 100;
  private static final Pattern LAST_SLASHES = Pattern.compile("/+$");

  private final SparkSession spark;
  private final String warehouse;

  public Tables(SparkSession spark, String warehouse) {
    this.spark = spark;
    this.warehouse = LAST_SLASHES.matcher(warehouse).replaceFirst("");
  }

  /**
   * Works on items side by side, each in a session of its own, so that their temporary views and
   * time zones do not meet; gives what came of each, in their order.
   *
   * @param name of the work
   * @throws RuntimeException the first failure, with the others suppressed in it; by then all work
   *     has ended
   */
  public <T, R> List<R> eachApart(String name, List<T> items, BiFunction<Tables, T, R> work) {
    return new Parallel(name)
        .collect(
            items.stream()
                .<Supplier<R>>map(item -> () -> apart(own -> work.apply(own, item)))
                .toList());
  }

  /** The session that works on the tables. */
  public SparkSession spark() {
    return spark;
  }

  /** The folder of all tables. */
  public String warehouse() {
    return warehouse;
  }

  /** The folder of the table. */
  public String location(Table table) {
    return table.location(warehouse);
  }

  /**
   * Creates the tables that are missing, upgrades those that an earlier version wrote, and lets the
   * session's queries name them all.
   *
   * @throws TableException when the columns of an existing table are not those of its DDL and
   *     cannot be made so
   */
  public void create() {
    new TableCreation(spark, warehouse).run(List.of(Table.values()));
    name();
  }

  /**
   * What the first run of this version would do to tables that an earlier one wrote, a line each;
   * changes nothing.
   *
   * @throws TableException when it could not
   */
  public List<String> awaitedUpgrades() {
    return new TableCreation(spark, warehouse).awaited();
  }

  /** Creates a table, if it is missing, before all others. */
  public void create(Table table) {
    new TableCreation(spark, warehouse).run(List.of(table));
  }

  /**
   * Lets the session's queries name all tables and views, such as {@code gold.period_facts};
   * creates nothing.
   */
  public void name() {
    name(Map.of());
  }

  /**
   * Lets the session's queries name all tables and views as they stood.
   *
   * @param versions the Delta version of each table by its full name; a table without one is read
   *     as it is now
   */
  public void name(Map<String, Long> versions) {
    WarehouseCatalog.use(spark, warehouse, versions);
  }

  /**
   * Adds rows, once: a second call with the same transaction does nothing.
   *
   * @param transaction names these rows for ever; contains the hash of the batch they come from
   */
  public void append(Table table, Dataset<Row> rows, String transaction) {
    DataFrameWriter<Row> writer =
        writer(table, rows).mode("append").option("txnAppId", transaction).option("txnVersion", 1);
    try {
      save(table, writer);
    } catch (DeltaConcurrentModificationException conflict) {
      // The commit may have landed although its answer was lost: then this does nothing.
      save(table, writer);
    }
  }

  /**
   * Adds rows that depend on those that the table holds: nobody else adds any in between, on
   * whatever storage. Where somebody did, and where the storage leaves open whether these rows were
   * added, the table is read again.
   *
   * @param columns what is read of the table
   * @param decision the rows to add, from those that the table holds; none to add nothing
   */
  public void appendDecided(Table table, List<String> columns, UnaryOperator<List<Row>> decision) {
    for (int attempt = 1; ; attempt++) {
      try {
        new Decision(spark, location(table), table, columns).append(decision);
        return;
      } catch (DeltaConcurrentModificationException conflict) {
        if (attempt == ATTEMPTS) {
          throw conflict;
        }
      }
    }
  }

  /** Replaces all rows; columns, comments and constraints stay. */
  public void overwrite(Table table, Dataset<Row> rows) {
    save(table, writer(table, Selection.gathered(table, rows)).mode("overwrite"));
  }

  /**
   * Makes these all rows of a small table, unless its log tells that they are already: each write
   * notes the hash of its rows there, so that nothing has to be read.
   *
   * @return whether they had to be written
   */
  public boolean keep(Table table, List<Row> rows) {
    String content =
        "content:"
            + DigestUtils.sha256Hex(
                rows.stream().map(it -> it.mkString("\u001f")).sorted().collect(joining("\n")));
    long version = version(table);
    if (version == transactions(table).getOrDefault(content, -1L)) {
      return false;
    }
    Dataset<Row> dataset = spark.createDataFrame(rows, table.columns()).coalesce(1);
    save(
        table,
        writer(table, dataset)
            .mode("overwrite")
            .option("txnAppId", content)
            .option("txnVersion", version + 1));
    return true;
  }

  /**
   * Replaces the rows that meet the condition, one file a partition.
   *
   * @param condition an SQL condition, such as {@code as_of = DATE'2024-06-30'}, which all the new
   *     rows have to meet
   */
  public void replaceWhere(Table table, String condition, Dataset<Row> rows) {
    save(
        table,
        writer(table, Selection.gathered(table, rows))
            .mode("overwrite")
            .option("replaceWhere", condition));
  }

  /** Removes the rows that meet the SQL condition; earlier versions keep them. */
  public void deleteWhere(Table table, String condition) {
    delta(table).delete(condition);
  }

  /**
   * Changes rows in place.
   *
   * @param condition an SQL condition on the rows to change
   * @param values an SQL expression for each column to change
   */
  public void update(Table table, String condition, Map<String, String> values) {
    delta(table).updateExpr(condition, values);
  }

  /**
   * Changes rows in place: those that match a row of another relation.
   *
   * @param matching the other relation; no two of its rows match the same row
   * @param keys columns of both that are equal, or both null, in rows that match
   * @param values an SQL expression for each column to change, over {@code matching}
   */
  public void updateMatching(
      Table table, Dataset<Row> matching, List<String> keys, Map<String, String> values) {
    delta(table)
        .as("held")
        .merge(
            matching.as("matching"),
            keys.stream()
                .map(key -> "held.%s <=> matching.%s".formatted(key, key))
                .collect(Collectors.joining(" AND ")))
        .whenMatched()
        .updateExpr(values)
        .execute();
  }

  /**
   * The names of all transactions that wrote to the table, each with its newest version, from the
   * table's log alone; without a Spark job where the log's checksum tells them.
   */
  public Map<String, Long> transactions(Table table) {
    Map<String, Long> transactions = new HashMap<>();
    Snapshot snapshot = snapshot(table);
    CollectionConverters.asJava(
            snapshot
                .checksumOpt()
                .flatMap(VersionChecksum::setTransactions)
                .getOrElse(snapshot::setTransactions))
        .forEach(it -> transactions.put(it.appId(), it.version()));
    return transactions;
  }

  /** Notes a transaction in the table's log, without any rows. */
  public void note(Table table, String transaction, long version) {
    writer(table, spark.createDataFrame(List.of(), table.columns()))
        .mode("append")
        .option("txnAppId", transaction)
        .option("txnVersion", version)
        .save(location(table));
  }

  /** All rows, as of now; a table into which nothing was ever written is not read at all. */
  public Dataset<Row> read(Table table) {
    Snapshot snapshot = snapshot(table);
    if (snapshot.version() == 0) {
      return spark.createDataFrame(List.of(), snapshot.schema());
    }
    return spark.read().format("delta").load(location(table));
  }

  /** All rows of a view, of tables that the session names. */
  public Dataset<Row> read(View view) {
    return spark.table(view.fullName());
  }

  /** All rows, as of that Delta version of the table. */
  public Dataset<Row> readVersion(Table table, long version) {
    return spark.read().format("delta").option("versionAsOf", version).load(location(table));
  }

  /** The newest Delta version of the table. */
  public long version(Table table) {
    return snapshot(table).version();
  }

  /** The comment of the table itself, as it carries it. */
  public Comment comment(Table table) {
    return Comment.parse(table.fullName(), snapshot(table).metadata().description());
  }

  /** Gathers the small files of the table into large ones. */
  public void compact(Table table) {
    delta(table).optimize().executeCompaction();
  }

  /** Whether a read failed because a version of a table, or files of it, were removed. */
  public static boolean isGone(Throwable failure) {
    return ExceptionUtils.getThrowableList(failure).stream()
        .anyMatch(
            it ->
                it instanceof FileNotFoundException
                    || (it instanceof SparkThrowable spark
                        && GONE.contains(String.valueOf(spark.getCondition()))));
  }

  /** How many files hold the rows of the table. */
  public long files(Table table) {
    return snapshot(table).numOfFiles();
  }

  /** Has the session exchange the rows of the table in pieces that fit into memory. */
  public void fitShuffles(Table table) {
    SparkSessions.fitShuffles(spark, snapshot(table).sizeInBytes());
  }

  /** Keeps the versions of so long readable by their numbers. */
  public void keepHistory(Table table, Duration kept) {
    String wanted = "interval %d days".formatted(kept.toDays());
    for (String property : List.of("delta.logRetentionDuration", DELETED_FILES)) {
      if (!snapshot(table).metadata().configuration().get(property).contains(wanted)) {
        spark.sql(
            "ALTER TABLE spark_catalog.delta.`%s` SET TBLPROPERTIES ('%s' = '%s')"
                .formatted(location(table).replace("`", "``"), property, wanted));
      }
    }
  }

  /** Deletes the files that no version of so long needs. */
  public void vacuum(Table table, Duration kept) {
    delta(table).vacuum((double) kept.toHours());
  }

  private <R> R apart(Function<Tables, R> work) {
    SparkSession own = SparkSessions.beside(spark);
    SparkSession.setActiveSession(own);
    try {
      Tables apart = new Tables(own, warehouse);
      apart.name();
      return work.apply(apart);
    } finally {
      SparkSession.setActiveSession(spark);
    }
  }

  /** Whether the table was created. */
  public boolean exists(Table table) {
    return DeltaTable.isDeltaTable(spark, location(table));
  }

  private Snapshot snapshot(Table table) {
    Snapshot snapshot = DeltaLog.forTableWithSnapshot(spark, location(table))._2();
    if (snapshot.version() < 0) {
      throw TableException.missing(table.fullName(), location(table));
    }
    return snapshot;
  }

  private DeltaTable delta(Table table) {
    return DeltaTable.forPath(spark, location(table));
  }

  /** Writes; Spark's own pages show the jobs as those of the step, and the table. */
  private void save(Table table, DataFrameWriter<Row> writer) {
    SparkContext context = spark.sparkContext();
    String step = context.getLocalProperty("spark.job.description");
    context.setJobDescription(
        Stream.of(step, "write " + table.fullName())
            .filter(Objects::nonNull)
            .collect(joining(": ")));
    try {
      writer.save(location(table));
    } finally {
      context.setJobDescription(step);
    }
  }

  private DataFrameWriter<Row> writer(Table table, Dataset<Row> rows) {
    snapshot(table);
    return Selection.columns(table, rows).write().format("delta");
  }
}
