package io.tongqi.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** What every table and column means, in Chinese and English. */
public final class DataDictionary {
  private DataDictionary() {}

  /** Writes {@code gold.data_dictionary} where it is not as the DDL files say; tells whether. */
  public static boolean update(Tables tables) {
    return tables.keep(Table.DATA_DICTIONARY, rows());
  }

  private static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (Relation relation : Relation.all()) {
      rows.add(row(relation, "", 0, "", relation.comment()));
      StructType columns = relation.columns();
      for (StructField column : columns.fields()) {
        int position = columns.fieldIndex(column.name()) + 1;
        rows.add(row(relation, column.name(), position, type(column), comment(relation, column)));
      }
    }
    return rows;
  }

  /** The page {@code docs/data-dictionary.md}, from the DDL files. */
  public static String markdown() {
    StringBuilder page =
        new StringBuilder("# 数据字典 · Data dictionary\n\n")
            .append(
                "Made from the files in `src/main/resources/sql/{tables,views}`; edit those.\n");
    for (Relation table : Relation.all()) {
      page.append("\n## ").append(table.fullName()).append("\n\n");
      page.append(table.comment().chinese()).append("  \n").append(table.comment().english());
      page.append("\n\n");
      if (table instanceof Table stored && !stored.partitionColumns().isEmpty()) {
        page.append("Partitioned by ").append(String.join(", ", stored.partitionColumns()));
        page.append(".\n\n");
      }
      page.append("| column | type | null | 中文 | English | unit | definition |\n");
      page.append("|---|---|---|---|---|---|---|\n");
      for (StructField column : table.columns().fields()) {
        page.append(line(table, column)).append('\n');
      }
    }
    return page.toString();
  }

  /** The comment of a column of the table. */
  public static Comment comment(Relation table, StructField column) {
    String text = column.getComment().getOrElse(() -> "");
    return Comment.parse(table.fullName() + "." + column.name(), text);
  }

  private static Row row(
      Relation table, String column, int position, String type, Comment comment) {
    return RowFactory.create(
        table.fullName(),
        column,
        position,
        type,
        comment.chinese(),
        comment.english(),
        comment.unit().orElse(null),
        comment.definition().orElse(null));
  }

  private static String line(Relation table, StructField column) {
    Comment comment = comment(table, column);
    return List.of(
            column.name(),
            type(column),
            column.nullable() ? "null" : "",
            comment.chinese(),
            comment.english(),
            comment.unit().orElse(""),
            comment.definition().orElse(""))
        .stream()
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String type(StructField column) {
    return column.dataType().sql();
  }
}
