package io.tongqi.tables;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructType;

/** A table or a view: what a query can name. */
public sealed interface Relation permits Table, View {
  /** The name with its schema, as SQL spells it: {@code gold.period_facts}. */
  String fullName();

  /** The declared columns, with raw comments. */
  StructType columns();

  /** The comment of the relation itself. */
  Comment comment();

  /** The text of its one file. */
  String ddl();

  /** The columns that name one row together; empty where the file tells none. */
  default List<String> key() {
    Matcher key = Pattern.compile("-- key: (?<columns>.+)\\n").matcher(ddl());
    return key.lookingAt()
        ? Pattern.compile(", ").splitAsStream(key.group("columns")).toList()
        : List.of();
  }

  /** All tables, then all views. */
  static List<Relation> all() {
    return Stream.<Relation>concat(Stream.of(Table.values()), Stream.of(View.values())).toList();
  }

  /**
   * The table or view of that full name.
   *
   * @throws TableException when there is none
   */
  static Relation named(String fullName) {
    return all().stream()
        .filter(relation -> relation.fullName().equals(fullName))
        .findFirst()
        .orElseThrow(
            () ->
                new TableException(
                    "Looking up a table: there is none called %s; use one of %s."
                        .formatted(fullName, all().stream().map(Relation::fullName).toList())));
  }
}
