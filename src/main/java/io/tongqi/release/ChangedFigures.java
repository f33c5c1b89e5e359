package io.tongqi.release;

import io.tongqi.tables.SqlFile;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * The published month ends that new batches change. They stay as they were published; only a run
 * that is asked to republishes them.
 */
public record ChangedFigures(Tables tables) {
  /**
   * A headline figure of the whole force, from 1 January to the month end's day of a year.
   *
   * @param release the newest one of the month end
   * @param measure by its column name in gold.period_facts
   * @param oldValue as published
   * @param newValue what it would be now
   */
  public record Changed(
      String release,
      LocalDate asOf,
      int year,
      String categoryGroup,
      String measure,
      long oldValue,
      long newValue) {
    String text() {
      return String.format(
          Locale.ROOT, "%s of %s %,d → %,d", measure, categoryGroup, oldValue, newValue);
    }
  }

  /**
   * What batches change of it.
   *
   * @param computed the day whose figures were just computed, with the batches
   */
  public List<Changed> by(List<String> batches, LocalDate computed) {
    if (tables.version(Table.RELEASES) == 0) {
      return List.of();
    }
    SparkSession spark = tables.spark();
    spark
        .createDataset(batches, Encoders.STRING())
        .toDF("batch_id")
        .createOrReplaceTempView("batches_of_the_run");
    spark
        .createDataFrame(
            List.of(RowFactory.create(java.sql.Date.valueOf(computed))),
            StructType.fromDDL("as_of DATE"))
        .createOrReplaceTempView("days_of_the_run");
    return spark.sql(SqlFile.read("release/changed_figures.sql")).collectAsList().stream()
        .map(ChangedFigures::changed)
        .toList();
  }

  private static Changed changed(Row row) {
    return new Changed(
        row.getAs("release_id"),
        row.<java.sql.Date>getAs("as_of").toLocalDate(),
        row.getAs("year"),
        row.getAs("category_group"),
        row.getAs("measure"),
        row.getAs("old_value"),
        row.getAs("new_value"));
  }

  /** A line for each month end, with what it says of its own year. */
  public static List<String> lines(List<Changed> figures) {
    Map<LocalDate, List<Changed>> monthEnds =
        figures.stream()
            .collect(Collectors.groupingBy(Changed::asOf, LinkedHashMap::new, Collectors.toList()));
    return monthEnds.values().stream().map(ChangedFigures::line).toList();
  }

  private static String line(List<Changed> ofOneDay) {
    Changed first = ofOneDay.get(0);
    List<String> current =
        ofOneDay.stream().filter(it -> it.year == it.asOf.getYear()).map(Changed::text).toList();
    int earlier = ofOneDay.size() - current.size();
    return "published release %s would change from 1 January on: %s%s; jobs/tongqi backfill %s %s --republish publishes it again"
        .formatted(
            first.release,
            current.isEmpty() ? "nothing of its own year" : String.join(", ", current),
            earlier == 0 ? "" : ", and %d figures of earlier years".formatted(earlier),
            first.asOf,
            first.asOf);
  }
}
