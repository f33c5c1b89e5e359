package io.tongqi.bulletin;

import io.tongqi.report.page.DayCalendar;
import io.tongqi.report.page.Figure;
import io.tongqi.tables.Table;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Row;

/** The days of the same periods on which something happened, and those of which it is not known. */
record ZeroDayCalendars(Request request, List<Request.Period> periods) {
  /** The calendars of figures that count days. */
  List<DayCalendar> of(List<Figure> figures) {
    if (figures.isEmpty()) {
      return List.of();
    }
    request.ask(Request.groups(figures));
    List<List<Row>> read =
        Request.together(
            List.of(
                () -> request.rows("day_counts"),
                () -> request.rows("unknown_days"),
                this::zeroDays));
    return figures.stream()
        .map(it -> new DayCalendar(it, years(it, read.get(0), read.get(1), read.get(2))))
        .toList();
  }

  private List<DayCalendar.Year> years(
      Figure figure, List<Row> counts, List<Row> unknown, List<Row> zeros) {
    String measure = measure(figure);
    return periods.stream()
        .flatMap(
            period ->
                ofMeasure(figure, zeros).stream()
                    .filter(row -> row.<Integer>getAs("year") == period.year())
                    .map(
                        row ->
                            new DayCalendar.Year(
                                period.year(),
                                period.firstDay(),
                                period.lastDay(),
                                amounts(period, measure, Request.ofGroup(figure, counts)),
                                gaps(period, ofMeasure(figure, unknown)),
                                row.<Integer>getAs("zero_days"),
                                row.<Integer>getAs("unknown_days"))))
        .toList();
  }

  private static String measure(Figure figure) {
    return figure.metric().measures().iterator().next().column();
  }

  private List<Row> zeroDays() {
    return request.goldOfArea(Table.ZERO_DAYS).where("zero_days IS NOT NULL").collectAsList();
  }

  private static List<Row> ofMeasure(Figure figure, List<Row> rows) {
    return Request.ofGroup(figure, rows).stream()
        .filter(it -> it.<String>getAs("measure").equals(measure(figure)))
        .toList();
  }

  private static Map<LocalDate, Long> amounts(
      Request.Period period, String measure, List<Row> counts) {
    Map<LocalDate, Long> amounts = new HashMap<>();
    for (Row row : counts) {
      LocalDate day = Request.day(row, "day");
      if (!day.isBefore(period.firstDay()) && !day.isAfter(period.lastDay())) {
        amounts.put(day, row.getAs(measure));
      }
    }
    return amounts;
  }

  private static Set<LocalDate> gaps(Request.Period period, List<Row> unknown) {
    Set<LocalDate> gaps = new TreeSet<>();
    for (Row row : unknown) {
      LocalDate first = later(Request.day(row, "first_day"), period.firstDay());
      LocalDate end = earlier(Request.day(row, "last_day"), period.lastDay());
      if (!first.isAfter(end)) {
        first.datesUntil(end.plusDays(1)).forEach(gaps::add);
      }
    }
    return gaps;
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
