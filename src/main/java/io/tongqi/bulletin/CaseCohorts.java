package io.tongqi.bulletin;

import io.tongqi.report.page.CaseAges;
import io.tongqi.report.page.Figure;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** What became of the cases that began in the current period and in the one before. */
record CaseCohorts(Request request, List<Request.Period> periods) {
  /** At which age the cases of a cohort are cleared. */
  List<CaseAges> of(List<Figure> figures) {
    if (figures.isEmpty()) {
      return List.of();
    }
    request.ask(Request.groups(figures));
    List<Row> rows = request.rows("case_ages");
    return figures.stream()
        .map(it -> new CaseAges(it, cohorts(Request.ofGroup(it, rows))))
        .filter(it -> !it.years().isEmpty())
        .toList();
  }

  private List<CaseAges.Year> cohorts(List<Row> rows) {
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                it -> it.<Integer>getAs("year"), TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(it -> cohort(it.getKey(), it.getValue()))
        .toList();
  }

  /** Cases that are not cleared are open at the age that they have reached. */
  private CaseAges.Year cohort(int year, List<Row> rows) {
    Map<LocalDate, Long> open = new HashMap<>();
    Map<Long, Long> cleared = new TreeMap<>();
    Map<Long, Long> censored = new TreeMap<>();
    for (Row row : rows) {
      LocalDate origin = Request.day(row, "origin_day");
      long age = ChronoUnit.DAYS.between(origin, Request.day(row, "day"));
      cleared.merge(age, Request.number(row, "cleared"), Long::sum);
      open.merge(origin, Request.number(row, "filed") - Request.number(row, "cleared"), Long::sum);
    }
    open.forEach(
        (origin, cases) ->
            censored.merge(
                ChronoUnit.DAYS.between(origin, request.release().knownAt()), cases, Long::sum));
    return CaseAges.Year.of(year, cleared, censored);
  }
}
