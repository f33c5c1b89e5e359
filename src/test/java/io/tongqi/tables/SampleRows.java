package io.tongqi.tables;

import static java.util.stream.Collectors.joining;

import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;

/** Rows that meet the constraints of their table, for tests that care about few columns. */
public final class SampleRows {
  private static final Map<String, String> VALUES =
      Map.ofEntries(
          Map.entry("covered", "array()"),
          Map.entry("mode", "'changes'"),
          Map.entry("vintage", "'latest'"),
          Map.entry("area_level", "'force'"),
          Map.entry("record", "'best'"),
          Map.entry("measure", "'deaths'"),
          Map.entry("activity_type", "'flow'"),
          Map.entry("event", "'claim'"),
          Map.entry("expires_at", "TIMESTAMP'2024-06-30 12:00:00'"),
          Map.entry("as_of", "DATE'2024-06-30'"),
          Map.entry("known_at", "DATE'2024-06-30'"),
          Map.entry("years", "10"),
          Map.entry("state", "'covered'"));

  private SampleRows() {}

  /**
   * One row of the table.
   *
   * @param given an SQL expression for each column that matters; the others are null where they may
   *     be, and a plain value of their type where not
   */
  public static Dataset<Row> row(SparkSession spark, Table table, Map<String, String> given) {
    return spark.sql(
        Stream.of(table.columns().fields())
            .map(
                column ->
                    "cast(%s AS %s) AS `%s`"
                        .formatted(
                            given.getOrDefault(column.name(), value(table, column)),
                            column.dataType().sql(),
                            column.name()))
            .collect(joining(", ", "SELECT ", "")));
  }

  private static String value(Table table, StructField column) {
    if (column.nullable() && !column.name().equals("expires_at")) {
      return "NULL";
    }
    if (column.name().equals("status")) {
      return table == Table.QUARANTINE ? "'open'" : "'withdrawn'";
    }
    if (VALUES.containsKey(column.name())) {
      return VALUES.get(column.name());
    }
    return switch (column.dataType().sql()) {
      case "STRING" -> "'" + column.name() + "'";
      case "DATE" -> "DATE'2024-01-01'";
      case "TIMESTAMP" -> "TIMESTAMP'2024-01-01 12:00:00'";
      case "BOOLEAN" -> "false";
      default -> "0";
    };
  }
}
