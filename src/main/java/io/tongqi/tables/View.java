package io.tongqi.tables;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.types.StructType;

/**
 * Every view on the tables; its columns, comments and query stand in {@code
 * sql/views/<schema>.<view>.sql}. A view shows columns of one table, under their own names.
 */
public enum View implements Relation {
  INCIDENTS("silver.incidents", Table.RECORD_VERSIONS);

  private static final Pattern COLUMN =
      Pattern.compile("^  (?<name>\\w+) COMMENT '(?<comment>[^']*)'", Pattern.MULTILINE);
  private static final Pattern COMMENT =
      Pattern.compile("^COMMENT '(?<comment>[^']*)'$", Pattern.MULTILINE);

  private final String fullName;
  private final Table base;

  View(String fullName, Table base) {
    this.fullName = fullName;
    this.base = base;
  }

  @Override
  public String fullName() {
    return fullName;
  }

  /** The text of the DDL file: a CREATE OR REPLACE VIEW. */
  public String ddl() {
    return SqlFile.read("views/" + fullName + ".sql");
  }

  /** The query alone, such as to be read over other versions of the tables. */
  public String query() {
    return ddl().substring(ddl().indexOf("\nAS\n") + "\nAS\n".length());
  }

  @Override
  public StructType columns() {
    StructType columns = new StructType();
    Matcher column = COLUMN.matcher(ddl());
    while (column.find()) {
      columns =
          columns.add(
              column.group("name"),
              base.columns().apply(column.group("name")).dataType(),
              true,
              column.group("comment"));
    }
    return columns;
  }

  @Override
  public Comment comment() {
    Matcher comment = COMMENT.matcher(ddl());
    if (!comment.find()) {
      throw new TableException(
          "Reading the definition of %s: its file has no line COMMENT '…'; add it."
              .formatted(fullName));
    }
    return Comment.parse(fullName, comment.group("comment"));
  }
}
