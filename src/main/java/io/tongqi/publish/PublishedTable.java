package io.tongqi.publish;

import static java.util.stream.Collectors.joining;

import io.tongqi.tables.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructField;

/** A table or view of gold as a table of PostgreSQL, with its names, types, key and comments. */
record PublishedTable(Relation relation) {
  private static final Map<String, String> TYPES =
      Map.of(
          "STRING", "text",
          "DATE", "date",
          "INT", "integer",
          "BIGINT", "bigint",
          "DOUBLE", "double precision",
          "BOOLEAN", "boolean",
          "TIMESTAMP", "timestamp with time zone");

  /** The column of the day that rows are of. */
  static final String DAY = "as_of";

  /** All that is published: the tables and views of gold. */
  static List<PublishedTable> all() {
    return Relation.all().stream()
        .filter(it -> it.fullName().startsWith("gold."))
        .map(PublishedTable::new)
        .toList();
  }

  /** The name without its schema. */
  String name() {
    return relation.fullName().substring("gold.".length());
  }

  /** The columns as {@code sql/publish/columns.sql} tells those that are there. */
  List<String> columns() {
    return Stream.of(relation.columns().fields())
        .map(
            it ->
                "%s %s%s key %d"
                    .formatted(
                        it.name(),
                        type(it),
                        isRequired(it) ? " NOT NULL" : "",
                        1 + relation.key().indexOf(it.name())))
        .toList();
  }

  /** Statements that create it, empty. */
  String ddl() {
    List<String> parts = new ArrayList<>();
    for (StructField column : relation.columns().fields()) {
      parts.add(
          "%s %s%s"
              .formatted(
                  quoted(column.name()), type(column), isRequired(column) ? " NOT NULL" : ""));
    }
    parts.add(
        relation.key().stream()
            .map(PublishedTable::quoted)
            .collect(joining(", ", "PRIMARY KEY (", ")")));
    return "CREATE TABLE %s (%s)".formatted(quoted(name()), String.join(", ", parts));
  }

  /** Statements that give it the comments in Chinese and English. */
  String comments() {
    return Stream.concat(
            Stream.of(comment("TABLE " + quoted(name()), relation.comment().text())),
            Stream.of(relation.columns().fields())
                .map(
                    it ->
                        comment(
                            "COLUMN %s.%s".formatted(quoted(name()), quoted(it.name())),
                            it.getComment().get())))
        .collect(joining(";\n"));
  }

  private static String comment(String what, String text) {
    return "COMMENT ON %s IS '%s'".formatted(what, text.replace("'", "''"));
  }

  /** Whether its rows are those of last days counted, each day's from that day's files. */
  boolean isByDay() {
    return relation.key().get(0).equals(DAY);
  }

  private boolean isRequired(StructField column) {
    return !column.nullable() || relation.key().contains(column.name());
  }

  private static String type(StructField column) {
    String type = column.dataType().sql();
    return TYPES.getOrDefault(type, type.replace("DECIMAL", "numeric"));
  }

  /** A name as SQL reads it whatever it is. */
  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
