package io.tongqi.tables;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Brings a table that an earlier Tongqi wrote to the columns, comments and constraints of its DDL,
 * in one commit: columns are added, and renamed ones written again under their new names.
 *
 * @param table what it shall be
 * @param location its folder
 * @param renamed by the declared name of a column, the name that it had
 */
record TableUpgrade(SparkSession spark, Table table, String location, Map<String, String> renamed) {
  private static final String VERSION = "tongqi.schema";

  /** Table, held and declared name of each column that was renamed. */
  private static final List<List<String>> RENAMED = CsvFile.read("sql/renamed_columns.csv");

  /** The upgrade of a table, whose columns were renamed as {@code renamed_columns.csv} tells. */
  static TableUpgrade of(SparkSession spark, Table table, String warehouse) {
    Map<String, String> renamed =
        RENAMED.stream()
            .filter(it -> it.get(0).equals(table.fullName()))
            .collect(Collectors.toMap(it -> it.get(2), it -> it.get(1)));
    return new TableUpgrade(spark, table, table.location(warehouse), renamed);
  }

  /** Whether an earlier Tongqi wrote the table. */
  boolean isDue(Snapshot held) {
    return version(held) < table.version() || !changes(held.schema()).isEmpty();
  }

  /** What it does, in words. */
  List<String> changes(StructType held) {
    List<String> changes = new ArrayList<>();
    for (StructField column : table.columns().fields()) {
      if (!has(held, column.name())) {
        String old = renamed.get(column.name());
        changes.add(
            old != null && has(held, old)
                ? "renames %s to %s".formatted(old, column.name())
                : "adds " + column.name());
      }
    }
    return changes;
  }

  /** Why it cannot be done; empty if it can. */
  Optional<String> fault(Snapshot held) {
    if (version(held) > table.version()) {
      return Optional.of(
          "Opening %s at %s: a later Tongqi wrote it; use that version or a later one."
              .formatted(table.fullName(), location));
    }
    List<String> faults = new ArrayList<>();
    for (StructField column : table.columns().fields()) {
      String old = has(held.schema(), column.name()) ? column.name() : renamed.get(column.name());
      if (old != null && has(held.schema(), old)) {
        StructField was = held.schema().apply(old);
        if (!was.dataType().sql().equals(column.dataType().sql())) {
          faults.add("%s is %s".formatted(old, was.dataType().sql()));
        } else if (was.nullable() && !column.nullable() && held.numOfFiles() > 0) {
          faults.add("%s may be null".formatted(old));
        }
      } else if (!column.nullable() && held.numOfFiles() > 0) {
        faults.add("%s is missing".formatted(column.name()));
      }
    }
    Stream.of(held.schema().fieldNames())
        .filter(it -> !has(table.columns(), it) && !renamed.containsValue(it))
        .forEach(it -> faults.add("%s is not declared".formatted(it)));
    return faults.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Opening %s at %s: its columns are not those of its DDL and cannot be made so: %s;"
                    .formatted(table.fullName(), location, String.join(", ", faults))
                + " move the table away to have it created anew, or use the version of Tongqi that"
                + " wrote it.");
  }

  /** Does it. */
  void run() {
    Metadata declared = declared();
    OptimisticTransaction transaction = DeltaLog.forTable(spark, location).startTransaction();
    Dataset<Row> rows = spark.read().format("delta").load(location);
    boolean isRewritten = renamed.values().stream().anyMatch(it -> has(rows.schema(), it));
    Metadata held = transaction.snapshot().metadata();
    transaction.updateMetadata(
        new Metadata(
            held.id(),
            held.name(),
            declared.description(),
            held.format(),
            declared.schemaString(),
            held.partitionColumns(),
            declared.configuration(),
            held.createdTime()),
        false);
    List<Action> actions = new ArrayList<>();
    if (isRewritten) {
      CollectionConverters.asJava(transaction.filterFiles())
          .forEach(file -> actions.add(file.remove()));
      actions.addAll(CollectionConverters.asJava(transaction.writeFiles(selected(rows))));
    }
    transaction.commit(
        CollectionConverters.asScala(actions).toSeq(), DeltaOperations.ManualUpdate$.MODULE$);
  }

  private Dataset<Row> selected(Dataset<Row> rows) {
    return rows.selectExpr(
        Stream.of(table.columns().fields())
            .map(
                column -> {
                  String old = renamed.getOrDefault(column.name(), column.name());
                  String value = has(rows.schema(), old) ? "`" + old + "`" : "NULL";
                  return "CAST(%s AS %s) AS `%s`"
                      .formatted(value, column.dataType().sql(), column.name());
                })
            .toArray(String[]::new));
  }

  /** What a table that is created by the DDL is told. */
  private Metadata declared() {
    Path scratch = new Path(location + ".upgrade");
    try {
      var storage = scratch.getFileSystem(spark.sparkContext().hadoopConfiguration());
      storage.delete(scratch, true);
      spark.sql(table.ddlAt(scratch.toString()));
      Metadata declared = DeltaLog.forTableWithSnapshot(spark, scratch)._2().metadata();
      storage.delete(scratch, true);
      return declared;
    } catch (IOException failure) {
      throw new UncheckedIOException("upgrading " + table.fullName(), failure);
    }
  }

  private static int version(Snapshot held) {
    return Integer.parseInt(held.metadata().configuration().getOrElse(VERSION, () -> "0"));
  }

  private static boolean has(StructType columns, String name) {
    return Arrays.asList(columns.fieldNames()).contains(name);
  }

  /** What it does, on one line. */
  String text(StructType held) {
    return changes(held).stream().collect(joining(", ", table.fullName() + ": ", ""));
  }
}
