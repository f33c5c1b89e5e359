package io.tongqi.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What became of the rows that a batch read.
 *
 * @param rejectedIn the hashes of the contents that have rejected rows
 * @param given the input columns that some row gives a value, as far as they were observed
 */
record ReadRows(long read, long rejected, Set<String> rejectedIn, Set<String> given) {
  static final ReadRows NONE = new ReadRows(0, 0, Set.of(), Set.of());

  /** Counts rows while they are written. */
  static final class Observer {
    private final Observation values = new Observation();
    private final Observation verdicts = new Observation();
    private List<String> columns = List.of();

    /** The same delivered rows, watched for which of the columns are ever given a value. */
    Dataset<Row> values(Dataset<Row> delivered, List<String> observed) {
      columns = observed;
      return delivered.observe(
          values,
          count(lit(1)).as("rows"),
          observed.stream()
              .map(name -> max(col("`" + name + "`").isNotNull()).as(metric(name)))
              .toArray(Column[]::new));
    }

    /** The same judged rows, watched for how many there are and which are rejected. */
    Dataset<Row> verdicts(Dataset<Row> judged) {
      return judged.observe(
          verdicts,
          count(lit(1)).as("read"),
          count(col("reason")).as("rejected"),
          collect_set(when(col("reason").isNotNull(), col("_content"))).as("contents"));
    }

    /** What was observed; waits for the rows to be written. */
    ReadRows rows() {
      try {
        Map<String, Object> seen = verdicts.getAsJava();
        return new ReadRows(
            (Long) seen.get("read"),
            (Long) seen.get("rejected"),
            contents(seen.get("contents")),
            columns.isEmpty() ? Set.of() : given());
      } catch (InterruptedException interruption) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while counting rows", interruption);
      }
    }

    private Set<String> given() throws InterruptedException {
      Map<String, Object> noted = values.getAsJava();
      return columns.stream()
          .filter(name -> Boolean.TRUE.equals(noted.get(metric(name))))
          .collect(Collectors.toSet());
    }

    @SuppressWarnings("unchecked")
    private static Set<String> contents(Object collected) {
      return Set.copyOf(CollectionConverters.asJava((scala.collection.Seq<String>) collected));
    }

    private static String metric(String column) {
      return "given " + column;
    }
  }
}
