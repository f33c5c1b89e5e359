package io.tongqi.bulletin;

import static org.apache.spark.sql.functions.col;

import io.tongqi.comparison.RecordStanding;
import io.tongqi.domain.Metric;
import io.tongqi.domain.Vintage;
import io.tongqi.report.page.Figure;
import io.tongqi.report.page.FigureYear;
import io.tongqi.tables.BilingualColumn;
import io.tongqi.tables.Table;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.Nullable;
import org.apache.spark.sql.Row;

/** The figures of an area and window as gold has them. */
record ReadFigures(Request request) {
  /** Of the category groups that may be published there, every metric. */
  List<Figure> all(List<Request.Period> periods, List<String> groups) {
    List<List<Row>> read =
        Request.together(
            List.of(
                () -> rows(Table.PERIOD_FACTS, groups),
                () -> rows(Table.DECADE_COMPARISON, groups)));
    Map<String, Map<Integer, Row>> facts = new HashMap<>();
    for (Row row : read.get(0)) {
      facts
          .computeIfAbsent(row.getAs("category_group"), group -> new HashMap<>())
          .put(row.<Integer>getAs("year"), row);
    }
    return read.get(1).stream()
        .map(it -> figure(it, periods, facts.getOrDefault(it.getAs("category_group"), Map.of())))
        .sorted(
            Comparator.comparing((Figure it) -> groups.indexOf(it.group()))
                .thenComparing(Figure::metric))
        .toList();
  }

  private List<Row> rows(Table table, List<String> groups) {
    return request
        .goldOfArea(table)
        .where(col("vintage").equalTo(Vintage.LATEST.column()))
        .where(col("category_group").isin(groups.toArray()))
        .collectAsList();
  }

  private Figure figure(Row row, List<Request.Period> periods, Map<Integer, Row> facts) {
    Metric metric = Metric.of(row.getAs("metric"));
    String group = row.getAs("category_group");
    return new Figure(
        metric,
        group,
        BilingualColumn.of(row, "category_group_name"),
        periods.stream()
            .map(it -> year(metric, it.year(), Optional.ofNullable(facts.get(it.year()))))
            .toList(),
        compared(row));
  }

  private static FigureYear year(Metric metric, int year, Optional<Row> facts) {
    return new FigureYear(
        year,
        number(facts, metric.column()).map(Number::doubleValue).orElse(null),
        metric.numerator().flatMap(it -> number(facts, it)).map(Number::longValue).orElse(null),
        metric.denominator().flatMap(it -> number(facts, it)).map(Number::longValue).orElse(null),
        bound(metric, facts, "_low"),
        bound(metric, facts, "_high"),
        number(facts, "coverage").map(Number::doubleValue).orElse(null),
        number(facts, "lines_in_quarantine").map(Number::longValue).orElse(0L));
  }

  private static @Nullable Double bound(Metric metric, Optional<Row> facts, String side) {
    return metric.isProportion()
        ? number(facts, metric.column() + side).map(Number::doubleValue).orElse(null)
        : null;
  }

  private static Optional<Number> number(Optional<Row> row, String column) {
    return row.map(it -> it.<Number>getAs(column));
  }

  private static Figure.Compared compared(Row row) {
    Double points = row.getAs("change_points");
    return new Figure.Compared(
        points == null ? row.getAs("change_pct") : points,
        row.getAs("p_value"),
        row.getAs("within_chance"),
        row.getAs("rank"),
        row.getAs("years_compared"),
        RecordStanding.of(row.getAs("record")),
        BilingualColumn.of(row, "record_reason"));
  }
}
