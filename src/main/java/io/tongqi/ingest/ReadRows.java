package io.tongqi.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import io.tongqi.settings.SourceMapping;
import java.util.ArrayList;
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
 * @param ignoredIn the hashes of the contents that have ignored rows
 * @param given the input columns that some row gives a value, as far as they were observed
 * @param unknownIn the hashes of the contents that have accepted rows with unknown codes
 * @param remarks what of the accepted rows people should know of, unknown codes apart
 */
record ReadRows(
    long read,
    long rejected,
    Set<String> rejectedIn,
    long ignored,
    Set<String> ignoredIn,
    Set<String> given,
    Set<String> unknownIn,
    Remarks remarks) {
  static final ReadRows NONE =
      new ReadRows(0, 0, Set.of(), 0, Set.of(), Set.of(), Set.of(), Remarks.NONE);

  /** Whether an accepted row has a code that the reference data do not know. */
  static final Column IS_UNKNOWN =
      Remarks.IS_ACCEPTED.and(isUnknown("station").or(isUnknown("category")));

  private static Column isUnknown(String code) {
    return col(code).isNotNull().and(col("_known_" + code).isNull());
  }

  /** Counts rows while they are written. */
  static final class Observer {
    private final Observation values = new Observation();
    private final Observation verdicts = new Observation();
    private final SourceMapping mapping;
    private List<String> columns = List.of();

    Observer(SourceMapping mapping) {
      this.mapping = mapping;
    }

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
      List<Column> metrics = new ArrayList<>(Remarks.metrics(mapping));
      metrics.add(count(col("reason")).as("rejected"));
      metrics.add(collect_set(when(col("reason").isNotNull(), col("_content"))).as("rejected_in"));
      metrics.add(collect_set(when(IS_UNKNOWN, col("_content"))).as("unknown contents"));
      metrics.add(count(col("_ignored")).as("ignored"));
      metrics.add(collect_set(when(col("_ignored").isNotNull(), col("_content"))).as("ignored_in"));
      return judged.observe(verdicts, count(lit(1)).as("read"), metrics.toArray(Column[]::new));
    }

    /** What was observed; waits for the rows to be written. */
    ReadRows rows() {
      try {
        Map<String, Object> seen = verdicts.getAsJava();
        return new ReadRows(
            (Long) seen.get("read"),
            (Long) seen.get("rejected"),
            contents(seen.get("rejected_in")),
            (Long) seen.get("ignored"),
            contents(seen.get("ignored_in")),
            columns.isEmpty() ? Set.of() : given(),
            contents(seen.get("unknown contents")),
            Remarks.observed(seen, mapping));
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
