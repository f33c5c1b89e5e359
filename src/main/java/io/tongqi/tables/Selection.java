package io.tongqi.tables;

import static org.apache.spark.sql.functions.col;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Brings rows into the shape of the table they are written to. */
final class Selection {
  private Selection() {}

  /**
   * The columns of the table, in its order and cast to its types.
   *
   * @throws TableException when the rows lack a column
   */
  static Dataset<Row> columns(Table table, Dataset<Row> rows) {
    List<String> present = Arrays.asList(rows.columns());
    List<String> missing =
        Stream.of(table.columns().fieldNames()).filter(name -> !present.contains(name)).toList();
    if (!missing.isEmpty()) {
      throw new TableException(
          "Writing %s: the rows lack the columns %s, they have %s; select every column of its DDL."
              .formatted(table.fullName(), missing, present));
    }
    return rows.select(
        Stream.of(table.columns().fields())
            .map(field -> col("`" + field.name() + "`").cast(field.dataType()).as(field.name()))
            .toArray(Column[]::new));
  }

  /** The same rows, those of a partition of the table together, to be written as one file. */
  static Dataset<Row> gathered(Table table, Dataset<Row> rows) {
    Column[] partitions =
        table.partitionColumns().stream().map(name -> col(name)).toArray(Column[]::new);
    return partitions.length == 0 ? rows.repartition(1) : rows.repartition(partitions);
  }
}
