package io.tongqi.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.trunc;
import static org.apache.spark.sql.functions.try_to_timestamp;

import io.tongqi.calendar.DayRange;
import io.tongqi.domain.Resolution;
import io.tongqi.settings.Coverage;
import io.tongqi.settings.SourceMapping;
import java.sql.Date;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Which days a delivered file answers for, by the rules of its mapping. */
record CoveredDays(SourceMapping mapping, DeliveredRows delivered) {

  /** The months or years in which a content has rows, and the day of the newest. */
  record Found(List<DayRange> units, LocalDate newest) {}

  /** Whether the days of a file can be known at all, short of reading its rows. */
  static boolean unknown(SourceMapping mapping, DeliveredFile file) {
    return byColumn(mapping, file).isEmpty() && byNameOrDeclaration(mapping, file).isEmpty();
  }

  /** Whether the days of a file are told by a column in it. */
  static boolean isByColumn(SourceMapping mapping, DeliveredFile file) {
    return byColumn(mapping, file).isPresent();
  }

  /** The days that a file covers by its name or the mapping's declaration. */
  static Optional<DayRange> byNameOrDeclaration(SourceMapping mapping, DeliveredFile file) {
    return mapping.coverageOf(file.path()).flatMap(it -> it.claimed(file.path()));
  }

  /**
   * The last day that a record of a file may bear: the one after its delivery's date, or after the
   * last day that it covers, whichever is later.
   *
   * @param asOf the last day to count, which stands for them where neither is known beforehand
   */
  static LocalDate latest(SourceMapping mapping, DeliveredFile file, LocalDate asOf) {
    return Stream.of(
            mapping.delivered().flatMap(it -> it.days(file.path())),
            byNameOrDeclaration(mapping, file))
        .flatMap(Optional::stream)
        .map(DayRange::last)
        .max(Comparator.naturalOrder())
        .orElse(asOf)
        .plusDays(1);
  }

  /**
   * What the column of each content that answers for its days by one has, by the content's hash;
   * read in one pass for all contents of a column. A content without a readable day is left out.
   */
  Map<String, Found> byColumn(List<PlannedContent> contents) {
    Map<Coverage.ByColumn, List<PlannedContent>> byColumn = new LinkedHashMap<>();
    for (PlannedContent content : contents) {
      byColumn(mapping, content.file())
          .ifPresent(it -> byColumn.computeIfAbsent(it, key -> new ArrayList<>()).add(content));
    }
    Map<String, Found> found = new HashMap<>();
    byColumn.forEach(
        (column, itsContents) -> {
          Resolution step = step(column);
          Dataset<Row> days =
              delivered
                  .of(itsContents)
                  .where("_problem IS NULL AND _ignored IS NULL")
                  .withColumn("day", day(column.expression()))
                  .where(
                      col("day").between(lit(mapping.plausibleFrom()), lit(mapping.plausibleTo())))
                  .groupBy("_content")
                  .agg(collect_set(trunc(col("day"), step.name())), max(col("day")));
          for (Row row : days.collectAsList()) {
            List<DayRange> units =
                CollectionConverters.asJava(row.<Seq<Date>>getAs(1)).stream()
                    .map(it -> unit(step, it.toLocalDate()))
                    .toList();
            found.put(row.getString(0), new Found(units, row.<Date>getAs(2).toLocalDate()));
          }
        });
    return found;
  }

  /** The months (or years) with rows, up to the delivery, else to the newest row. */
  List<DayRange> upTo(Optional<LocalDate> delivery, Found found) {
    LocalDate last = delivery.orElseGet(() -> unit(mapping.coarsest(), found.newest()).last());
    return DayRange.runs(
        found.units().stream()
            .filter(it -> !it.first().isAfter(last))
            .map(it -> new DayRange(it.first(), it.last().isAfter(last) ? last : it.last()))
            .toList());
  }

  /** The days, widened to whole units of the coarsest resolution of the mapping. */
  static DayRange widened(SourceMapping mapping, DayRange days) {
    Resolution coarsest = mapping.coarsest();
    return new DayRange(unit(coarsest, days.first()).first(), unit(coarsest, days.last()).last());
  }

  private static Optional<Coverage.ByColumn> byColumn(SourceMapping mapping, DeliveredFile file) {
    return mapping
        .coverageOf(file.path())
        .map(Coverage::kind)
        .filter(Coverage.ByColumn.class::isInstance)
        .map(Coverage.ByColumn.class::cast);
  }

  private Resolution step(Coverage.ByColumn column) {
    return column
        .step()
        .orElse(mapping.coarsest() == Resolution.YEAR ? Resolution.YEAR : Resolution.MONTH);
  }

  private static DayRange unit(Resolution resolution, LocalDate day) {
    return switch (resolution) {
      case DAY -> DayRange.ofDay(day);
      case MONTH -> DayRange.ofMonth(YearMonth.from(day));
      case YEAR -> DayRange.ofYear(Year.from(day));
    };
  }

  private Column day(String expression) {
    Column text = trim(expr(expression).cast("string"));
    return coalesce(
            Timestamps.read(text, mapping.timestamps(), delivered.zone()), try_to_timestamp(text))
        .cast("date");
  }
}
