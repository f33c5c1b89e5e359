package io.tongqi.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Which days and stations a delivered file answers for, by the rules of its mapping. */
record CoveredDays(SourceMapping mapping, DeliveredRows delivered) {

  /** Whether the days of a file can be known at all, short of reading its rows. */
  static boolean unknown(SourceMapping mapping, DeliveredFile file) {
    return column(mapping, file).isEmpty() && byNameOrDeclaration(mapping, file).isEmpty();
  }

  /** Whether the days of a file are the range of a column in it. */
  static boolean isByColumn(SourceMapping mapping, DeliveredFile file) {
    return column(mapping, file).isPresent();
  }

  /** The days that a file covers by its name or the mapping's declaration. */
  static Optional<DayRange> byNameOrDeclaration(SourceMapping mapping, DeliveredFile file) {
    Optional<Coverage> coverage = mapping.coverageOf(file.path());
    if (coverage.isEmpty()) {
      return Optional.empty();
    }
    Coverage.Kind kind = coverage.get().kind();
    if (kind instanceof Coverage.ByName byName) {
      return byName.name().days(file.path());
    }
    if (kind instanceof Coverage.Declared declared) {
      return Optional.of(declared.days());
    }
    return Optional.empty();
  }

  /** The only station that a file answers for; empty for all. */
  static Optional<String> station(SourceMapping mapping, DeliveredFile file) {
    return mapping
        .coverageOf(file.path())
        .flatMap(Coverage::station)
        .map(pattern -> pattern.matcher(file.path()))
        .filter(Matcher::find)
        .map(found -> found.group(1));
  }

  /**
   * The range of a column in each content that answers for that, widened to whole units of
   * resolution, by the content's hash; read in one pass for all contents of a column. A content
   * without a readable day is left out.
   */
  Map<String, DayRange> byColumn(List<PlannedContent> contents) {
    Map<String, List<PlannedContent>> byColumn = new LinkedHashMap<>();
    for (PlannedContent content : contents) {
      column(mapping, content.file())
          .ifPresent(it -> byColumn.computeIfAbsent(it, key -> new ArrayList<>()).add(content));
    }
    Map<String, DayRange> covered = new HashMap<>();
    byColumn.forEach(
        (column, itsContents) -> {
          Dataset<Row> days =
              delivered
                  .of(itsContents)
                  .where("_problem IS NULL")
                  .withColumn("day", day(column))
                  .where("day IS NOT NULL")
                  .groupBy("_content")
                  .agg(min(col("day")), max(col("day")));
          for (Row range : days.collectAsList()) {
            covered.put(
                range.getString(0),
                widened(range.<Date>getAs(1).toLocalDate(), range.<Date>getAs(2).toLocalDate()));
          }
        });
    return covered;
  }

  private static Optional<String> column(SourceMapping mapping, DeliveredFile file) {
    return mapping
        .coverageOf(file.path())
        .map(Coverage::kind)
        .filter(Coverage.ByColumn.class::isInstance)
        .map(kind -> ((Coverage.ByColumn) kind).expression());
  }

  private Column day(String expression) {
    Column text = trim(expr(expression).cast("string"));
    return coalesce(
            Timestamps.read(text, mapping.timestamps(), delivered.zone()), try_to_timestamp(text))
        .cast("date");
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
