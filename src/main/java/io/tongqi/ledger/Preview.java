package io.tongqi.ledger;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.tongqi.domain.Measure;
import io.tongqi.domain.SourceKind;
import io.tongqi.reference.ReferenceData;
import io.tongqi.settings.SourceMapping;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What rows would book, were nothing else known of their records. */
public record Preview(SparkSession spark, SourceMapping mapping, ReferenceData reference) {
  /** The entries of an accepted row, in words. */
  public String of(Row row) {
    Dataset<Row> version =
        spark
            .createDataFrame(List.of(row), row.schema())
            .withColumn("source", lit(mapping.source()))
            .withColumnRenamed("_file", "file")
            .withColumnRenamed("_line", "line")
            .withColumn("known_on", coalesce(col("recorded_day"), col("day")))
            .withColumn("next_known_on", lit(null).cast("date"))
            .withColumn("is_first", lit(true))
            .withColumn("is_newest", lit(true))
            .drop("day");
    if (mapping.kind() == SourceKind.ACTIVITY) {
      return activity(row, version);
    }
    String booked =
        Entries.summed(Entries.of(version, mapping, reference))
            .orderBy("day")
            .collectAsList()
            .stream()
            .flatMap(Preview::entries)
            .collect(Collectors.joining(", "));
    return "station %s, category %s: %s"
        .formatted(
            row.getAs("station"), row.getAs("category"), booked.isEmpty() ? "nothing" : booked);
  }

  private String activity(Row row, Dataset<Row> version) {
    String booked =
        ActivityEntries.of(version, mapping).collectAsList().stream()
            .map(it -> "%s on %s".formatted(it.getAs("quantity"), it.getAs("day")))
            .collect(Collectors.joining(", "));
    return "station %s, activity %s: %s"
        .formatted(
            row.getAs("station") == null ? "none, the whole force" : row.getAs("station"),
            row.getAs("activity"),
            booked.isEmpty() ? "nothing" : booked);
  }

  private static Stream<String> entries(Row entry) {
    return Arrays.stream(Measure.values())
        .map(Measure::column)
        .filter(measure -> entry.<Long>getAs(measure) != 0)
        .map(measure -> "%s %s on %s".formatted(measure, entry.getAs(measure), entry.getAs("day")));
  }
}
