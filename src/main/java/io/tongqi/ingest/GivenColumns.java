package io.tongqi.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;

/** Notes, while rows are read, which of their columns are ever given a value. */
final class GivenColumns {
  private final Collection<String> columns;
  private final Observation observation = new Observation();

  GivenColumns(Collection<String> columns) {
    this.columns = columns;
  }

  /** The same rows, watched. */
  Dataset<Row> noted(Dataset<Row> rows) {
    return rows.observe(
        observation,
        count(lit(1)).as("rows"),
        columns.stream()
            .map(name -> max(col("`" + name + "`").isNotNull()).as(metric(name)))
            .toArray(Column[]::new));
  }

  /** The columns that some row gave a value; waits for the rows to be read. */
  Set<String> names() throws InterruptedException {
    Map<String, Object> noted = observation.getAsJava();
    return columns.stream()
        .filter(name -> Boolean.TRUE.equals(noted.get(metric(name))))
        .collect(Collectors.toSet());
  }

  private static String metric(String column) {
    return "given " + column;
  }
}
