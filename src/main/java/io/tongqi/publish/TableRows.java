package io.tongqi.publish;

import static io.tongqi.publish.PublishedTable.quoted;
import static java.util.stream.Collectors.joining;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.replace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/**
 * The rows of a published table. They go through this process one after the other, so that nothing
 * is held.
 *
 * @param rows what they shall be
 */
record TableRows(Database database, PublishedTable table, Dataset<Row> rows) {
  /** What has a meaning in a line that is copied, and how it is written there. */
  private static final List<List<String>> ESCAPES =
      List.of(
          List.of("\\", "\\\\"), List.of("\t", "\\t"), List.of("\n", "\\n"), List.of("\r", "\\r"));

  private static final int BUFFER = 1 << 16;

  /** Replaces all of them; gives how many there are. */
  long replaceAll() {
    database.execute("DELETE FROM " + quoted(table.name()));
    return copy(rows);
  }

  /**
   * Replaces those of some days.
   *
   * @param outdated the days to remove
   * @param changed the days to add
   * @return how many rows were added
   */
  long replaceDays(Set<LocalDate> outdated, Set<LocalDate> changed) {
    String deletion =
        "DELETE FROM %s WHERE %s = ?".formatted(quoted(table.name()), PublishedTable.DAY);
    outdated.forEach(day -> database.query(deletion, day));
    List<Date> days = changed.stream().map(Date::valueOf).toList();
    return changed.isEmpty()
        ? 0
        : copy(rows.where(rows.col(PublishedTable.DAY).isInCollection(days)));
  }

  /** How many the table has now. */
  long count() {
    String counted = "SELECT count(*) FROM " + quoted(table.name());
    return Long.parseLong(database.query(counted).get(0).get(0));
  }

  private long copy(Dataset<Row> added) {
    String names = Stream.of(added.columns()).map(PublishedTable::quoted).collect(joining(", "));
    String statement = "COPY %s (%s) FROM STDIN".formatted(quoted(table.name()), names);
    Iterator<String> lines = lines(added).toLocalIterator();
    return database.work(
        it -> {
          try (PGCopyOutputStream out =
              new PGCopyOutputStream(it.unwrap(PGConnection.class), statement, BUFFER)) {
            while (lines.hasNext()) {
              out.write((lines.next() + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return out.endCopy();
          } catch (IOException failure) {
            throw failure.getCause() instanceof SQLException told
                ? told
                : new SQLException("copying " + table.name(), "08006", failure);
          }
        });
  }

  /** Each row as a line of text, as COPY reads it. */
  private static Dataset<String> lines(Dataset<Row> rows) {
    Column[] texts =
        Stream.of(rows.schema().fields())
            .map(it -> coalesce(text(rows.col("`%s`".formatted(it.name())), it), lit("\\N")))
            .toArray(Column[]::new);
    return rows.select(concat_ws("\t", texts)).as(Encoders.STRING());
  }

  private static Column text(Column column, StructField field) {
    Column text = column.cast("string");
    if (field.dataType().sql().equals("STRING")) {
      for (List<String> escape : ESCAPES) {
        text = replace(text, lit(escape.get(0)), lit(escape.get(1)));
      }
    }
    return text;
  }
}
