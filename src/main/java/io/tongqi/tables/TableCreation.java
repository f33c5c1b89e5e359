package io.tongqi.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Creates and registers all tables of a warehouse, several at a time. */
final class TableCreation {
  private final Tables tables;
  private final SparkSession spark;
  private final Registry registry;

  TableCreation(Tables tables) {
    this.tables = tables;
    this.spark = tables.spark();
    this.registry = new Registry(spark);
  }

  void run() {
    Stream.of(Table.values())
        .map(Table::layer)
        .distinct()
        .forEach(schema -> registry.createSchema(schema, tables.folder(schema)));
    List<Supplier<Optional<String>>> steps = new ArrayList<>();
    for (Table table : Table.values()) {
      steps.add(() -> createOrRegister(table));
    }
    List<String> faults =
        new Parallel("open tables").collect(steps).stream().flatMap(Optional::stream).toList();
    if (!faults.isEmpty()) {
      throw new TableException(String.join("\n", faults));
    }
    Stream.of(View.values()).forEach(view -> spark.sql(view.ddl()));
  }

  private Optional<String> createOrRegister(Table table) {
    SparkSession.setActiveSession(spark);
    String location = tables.location(table);
    boolean held = registry.holds(table, location);
    if (!tables.exists(table)) {
      registry.create(table, location);
      return Optional.empty();
    }
    if (!held) {
      registry.register(table, location);
    }
    return difference(table);
  }

  private Optional<String> difference(Table table) {
    List<String> declared = columns(table.columns());
    List<String> present = columns(tables.read(table).schema());
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
                .formatted(table.fullName(), tables.location(table), what)
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
