package io.tongqi.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.try_to_timestamp;

import io.tongqi.calendar.DayRange;
import io.tongqi.domain.Resolution;
import io.tongqi.settings.Coverage;
import io.tongqi.settings.SourceMapping;
import java.sql.Date;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Reads from a column of the files which days they cover, widened to whole units of resolution. */
final class ColumnCoverage {
  private final SparkSession spark;
  private final SourceMapping mapping;
  private final List<String> columns;

  ColumnCoverage(SparkSession spark, SourceMapping mapping, List<String> columns) {
    this.spark = spark;
    this.mapping = mapping;
    this.columns = columns;
  }

  /** The days covered, by content; contents whose days are known otherwise are left out. */
  Map<String, DayRange> of(List<PlannedContent> contents) {
    Map<String, DayRange> covered = new HashMap<>();
    for (PlannedContent content : contents) {
      Optional<Coverage> coverage = mapping.coverageOf(content.file().path());
      if (coverage.isPresent() && coverage.get().kind() instanceof Coverage.ByColumn byColumn) {
        range(content, byColumn.expression()).ifPresent(it -> covered.put(content.sha256(), it));
      }
    }
    return covered;
  }

  private Optional<DayRange> range(PlannedContent content, String expression) {
    Dataset<Row> rows =
        new DeliveredRows(spark, mapping, columns)
            .of(List.of(content), RowReader.RawText.DROPPED)
            .where("_problem IS NULL");
    Column text = trim(expr(expression).cast("string"));
    Column[] readings =
        mapping.timestamps().stream()
            .map(pattern -> try_to_timestamp(text, lit(pattern)))
            .toArray(Column[]::new);
    Column day =
        coalesce(
                readings.length == 0 ? lit(null).cast("timestamp") : coalesce(readings),
                try_to_timestamp(text))
            .cast("date");
    Row range =
        rows.agg(min(day).as("first"), max(day).as("last"))
            .select(col("first"), col("last"))
            .first();
    if (range.isNullAt(0)) {
      return Optional.empty();
    }
    return Optional.of(
        widened(range.<Date>getAs("first").toLocalDate(), range.<Date>getAs("last").toLocalDate()));
  }

  private DayRange widened(LocalDate first, LocalDate last) {
    Resolution coarsest =
        mapping.resolution().values().stream()
            .max(Comparator.naturalOrder())
            .orElse(Resolution.DAY);
    return switch (coarsest) {
      case DAY -> new DayRange(first, last);
      case MONTH ->
          new DayRange(first.withDayOfMonth(1), last.with(TemporalAdjusters.lastDayOfMonth()));
      case YEAR ->
          new DayRange(first.withDayOfYear(1), last.with(TemporalAdjusters.lastDayOfYear()));
    };
  }
}
