package io.tongqi.tables;

import io.delta.exceptions.DeltaConcurrentModificationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.TableAlreadyExistsException;
import org.apache.spark.sql.delta.DeltaAnalysisException;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Creates the tables that a warehouse lacks, several at a time, and checks those it has. */
final class TableCreation {
  private static final String NON_EMPTY_LOCATION = "DELTA_CREATE_TABLE_WITH_NON_EMPTY_LOCATION";
  private static final int PAUSES = 100;
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final SparkSession spark;
  private final String warehouse;

  TableCreation(SparkSession spark, String warehouse) {
    this.spark = spark;
    this.warehouse = warehouse;
  }

  void run(List<Table> tables) {
    List<Supplier<Optional<String>>> steps = new ArrayList<>();
    for (Table table : tables) {
      steps.add(() -> createOrCheck(table));
    }
    List<String> faults =
        new Parallel("open tables").collect(steps).stream().flatMap(Optional::stream).toList();
    if (!faults.isEmpty()) {
      throw new TableException(String.join("\n", faults));
    }
  }

  private Optional<String> createOrCheck(Table table) {
    SparkSession.setActiveSession(spark);
    Snapshot snapshot = snapshot(table);
    if (snapshot.version() < 0) {
      try {
        create(table);
        return Optional.empty();
      } catch (Exception failure) {
        if (!isBegun(failure)) {
          throw failure;
        }
        snapshot = finished(table);
      }
    }
    return upgraded(table, snapshot);
  }

  private void create(Table table) {
    spark.sql(table.ddlAt(table.location(warehouse)));
  }

  /** Whether the folder of the table has something in it, or its log a first entry, by now. */
  private static boolean isBegun(Exception failure) {
    return failure instanceof TableAlreadyExistsException
        || failure instanceof DeltaConcurrentModificationException
        || (failure instanceof DeltaAnalysisException begun
            && NON_EMPTY_LOCATION.equals(begun.getErrorClass()));
  }

  /**
   * The table that another run began to create: once that run has, which a cached log would not
   * tell; what one left that died meanwhile is removed, and the table created.
   */
  private Snapshot finished(Table table) {
    Path folder = new Path(table.location(warehouse));
    for (int pauses = 0; pauses < PAUSES; pauses++) {
      DeltaLog.invalidateCache(spark, folder);
      Snapshot snapshot = snapshot(table);
      if (snapshot.version() >= 0) {
        return snapshot;
      }
      Pause.of(PAUSE, "creating tables was interrupted; run it again");
    }
    removeUnfinished(table, folder);
    create(table);
    return snapshot(table);
  }

  /** Removes a log without an entry, if nothing else is there. */
  private void removeUnfinished(Table table, Path folder) {
    try {
      FileSystem storage = folder.getFileSystem(spark.sparkContext().hadoopConfiguration());
      for (FileStatus file : storage.listStatus(folder)) {
        if (!file.getPath().getName().equals("_delta_log")) {
          throw new TableException(
              "Creating %s at %s: the folder holds %s, which is no part of a table; move it away."
                  .formatted(table.fullName(), folder, file.getPath().getName()));
        }
      }
      storage.delete(folder, true);
    } catch (IOException failure) {
      throw new UncheckedIOException("creating " + table.fullName(), failure);
    }
  }

  private Optional<String> upgraded(Table table, Snapshot held) {
    TableUpgrade upgrade = TableUpgrade.of(spark, table, warehouse);
    Optional<String> fault = upgrade.fault(held);
    if (fault.isEmpty() && upgrade.isDue(held)) {
      upgrade.run();
      return Optional.empty();
    }
    return fault.or(() -> difference(table, held.schema()));
  }

  /** What the first run of this version would do to the tables of an earlier one, a line each. */
  List<String> awaited() {
    List<String> awaited = new ArrayList<>();
    for (Table table : Table.values()) {
      Snapshot held = snapshot(table);
      TableUpgrade upgrade = TableUpgrade.of(spark, table, warehouse);
      if (held.version() >= 0) {
        upgrade
            .fault(held)
            .ifPresent(
                it -> {
                  throw new TableException(it);
                });
        if (!upgrade.changes(held.schema()).isEmpty()) {
          awaited.add(upgrade.text(held.schema()));
        }
      }
    }
    return awaited;
  }

  private Snapshot snapshot(Table table) {
    return DeltaLog.forTableWithSnapshot(spark, table.location(warehouse))._2();
  }

  private Optional<String> difference(Table table, StructType held) {
    List<String> declared = columns(table.columns());
    List<String> present = columns(held);
    if (declared.equals(present)) {
      return Optional.empty();
    }
    List<String> missing = declared.stream().filter(column -> !present.contains(column)).toList();
    List<String> foreign = present.stream().filter(column -> !declared.contains(column)).toList();
    String what =
        missing.isEmpty() && foreign.isEmpty()
            ? "they stand in the order " + present + " instead of " + declared
            : "declared but missing are %s, present but not declared %s"
                .formatted(missing, foreign);
    return Optional.of(
        "Opening %s at %s: its columns are not those of its DDL: %s;"
                .formatted(table.fullName(), table.location(warehouse), what)
            + " move the table away to have it created anew, or use the version of Tongqi that"
            + " wrote it.");
  }

  private static List<String> columns(StructType type) {
    return Stream.of(type.fields()).map(TableCreation::column).toList();
  }

  private static String column(StructField field) {
    return field.name() + " " + field.dataType().sql() + (field.nullable() ? "" : " NOT NULL");
  }
}
