package io.tongqi.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What became of comparing two tables cell by cell: their rows joined by keys, each further column
 * of the first with the column of that name of the second. Doubles are equal within a relative
 * {@value #TOLERANCE}, probabilities (sums of many terms) within {@value #TOLERANCE_OF_P} or where
 * they differ by less than {@value #NONE}, all else exactly; null equals null only.
 *
 * @param table what was compared
 * @param rows rows that both tables have
 * @param cells cells compared
 * @param differing cells that differ
 * @param lonely rows that only one of the tables has, or that one has twice
 * @param examples the first cells that differ, ten at most, in words
 */
public record CellComparison(
    String table, long rows, long cells, long differing, long lonely, List<String> examples) {
  private static final double TOLERANCE = 1e-12;
  private static final double TOLERANCE_OF_P = 1e-9;

  /** Below this the library's distributions lose their digits, and give zero at last. */
  private static final double NONE = 1e-250;

  private static final int EXAMPLES = 10;

  /** Compares the columns of a DuckDB table with those of another relation. */
  public static CellComparison of(
      Connection connection, String table, String other, List<String> keys) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      Columns columns = Columns.of(statement, table, Set.copyOf(keys));
      return new Comparing(statement, table, other, keys, columns).result();
    }
  }

  /** Whether all rows and cells are equal, and there are some. */
  public boolean isEqual() {
    return cells > 0 && differing == 0 && lonely == 0;
  }

  /** The comparison in a line, and a line an example. */
  @Override
  public String toString() {
    String line =
        String.format(
            Locale.ROOT,
            "%-20s %,9d rows, %,11d cells compared, %,d differ; %,d rows on one side only or twice",
            table,
            rows,
            cells,
            differing,
            lonely);
    return examples.stream().map(it -> "\n  " + it).collect(Collectors.joining("", line, ""));
  }

  /** The columns to compare. */
  private record Columns(List<String> names, List<Boolean> areDoubles) {
    static Columns of(Statement statement, String table, Set<String> keys) throws SQLException {
      List<String> names = new ArrayList<>();
      List<Boolean> areDoubles = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery("DESCRIBE " + table)) {
        while (rows.next()) {
          if (!keys.contains(rows.getString("column_name"))) {
            names.add(rows.getString("column_name"));
            areDoubles.add(rows.getString("column_type").equals("DOUBLE"));
          }
        }
      }
      return new Columns(names, areDoubles);
    }

    /** An SQL condition that is true where the cells of a column differ. */
    String differs(int column) {
      String ours = "a.\"" + names.get(column) + "\"";
      String theirs = "b.\"" + names.get(column) + "\"";
      boolean isProbability = names.get(column).equals("p_value");
      if (!areDoubles.get(column)) {
        return ours + " IS DISTINCT FROM " + theirs;
      }
      return "coalesce(abs(%s - %s) > %s * greatest(abs(%s), abs(%s), %s), %s IS DISTINCT FROM %s)"
          .formatted(
              ours,
              theirs,
              isProbability ? TOLERANCE_OF_P : TOLERANCE,
              ours,
              theirs,
              isProbability ? NONE / TOLERANCE_OF_P : 0,
              ours,
              theirs);
    }
  }

  private record Comparing(
      Statement statement, String table, String other, List<String> keys, Columns columns) {

    CellComparison result() throws SQLException {
      List<String> names = columns.names();
      List<Long> counts =
          longs(
              IntStream.range(0, names.size())
                  .mapToObj(it -> "count_if(" + columns.differs(it) + ")")
                  .collect(Collectors.joining(", ", "SELECT count(*), ", joined(""))));
      long rows = counts.get(0);
      long differing = counts.stream().skip(1).mapToLong(Long::longValue).sum();
      return new CellComparison(
          table, rows, rows * names.size(), differing, lonely(rows), examples(counts));
    }

    /** Rows that found no partner, or more than one. */
    private long lonely(long rows) throws SQLException {
      return longs("SELECT count(*)" + joined("FULL")).get(0)
          - rows
          + Math.abs(rows - longs("SELECT count(*)" + joined("SEMI")).get(0));
    }

    private String joined(String kind) {
      return " FROM %s a %s JOIN %s b USING (%s)"
          .formatted(table, kind, other, "\"" + String.join("\", \"", keys) + "\"");
    }

    private List<String> examples(List<Long> counts) throws SQLException {
      List<String> examples = new ArrayList<>();
      for (int column = 0; column < columns.names().size(); column++) {
        if (counts.get(column + 1) > 0 && examples.size() < EXAMPLES) {
          examples.addAll(examples(column, EXAMPLES - examples.size()));
        }
      }
      return examples;
    }

    private List<String> examples(int column, int limit) throws SQLException {
      String name = columns.names().get(column);
      String query =
          "SELECT concat_ws(' ', %s), a.\"%s\", b.\"%s\"%s WHERE %s LIMIT %d"
              .formatted(
                  "\"" + String.join("\", \"", keys) + "\"",
                  name,
                  name,
                  joined(""),
                  columns.differs(column),
                  limit);
      List<String> examples = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery(query)) {
        while (rows.next()) {
          examples.add(
              "%s of %s: %s, but %s in %s"
                  .formatted(name, rows.getString(1), rows.getString(2), rows.getString(3), other));
        }
      }
      return examples;
    }

    private List<Long> longs(String query) throws SQLException {
      try (ResultSet row = statement.executeQuery(query)) {
        row.next();
        List<Long> values = new ArrayList<>();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
          values.add(row.getLong(column));
        }
        return values;
      }
    }
  }
}
