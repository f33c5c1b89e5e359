package io.tongqi.bulletin;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.tongqi.domain.AreaLevel;
import io.tongqi.domain.Bilingual;
import io.tongqi.domain.Measure;
import io.tongqi.domain.Metric;
import io.tongqi.domain.Unit;
import io.tongqi.report.bulletin.CaseAges;
import io.tongqi.report.bulletin.DayCalendar;
import io.tongqi.report.bulletin.Figure;
import io.tongqi.report.bulletin.StationRates;
import io.tongqi.report.bulletin.StationRates.Station;
import io.tongqi.statistics.Survival.Seen;
import io.tongqi.tables.Table;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** What a bulletin tells beyond single figures. */
record Details(Request request, List<Request.Period> periods) {
  private static final Map<String, List<String>> DAY_MEASURES =
      Map.of(
          "day_measure",
          List.of(
              Measure.INCIDENTS_REPORTED.column(),
              Measure.INCIDENTS_OCCURRED.column(),
              Measure.DEATHS.column()));

  /** The calendars of figures that count days. */
  List<DayCalendar> calendars(List<Figure> figures) {
    if (figures.isEmpty()) {
      return List.of();
    }
    List<Row> counts = request.rows("day_counts", groups(figures), DAY_MEASURES);
    List<Row> unknown = request.rows("unknown_days", groups(figures), Map.of());
    List<Row> zeros = zeroDays();
    return figures.stream()
        .map(
            figure ->
                new DayCalendar(
                    figure.title(),
                    periods.stream()
                        .flatMap(
                            it ->
                                of(figure, zeros).stream()
                                    .filter(row -> row.<Integer>getAs("year") == it.year())
                                    .map(
                                        row ->
                                            year(it, of(figure, counts), of(figure, unknown), row)))
                        .toList()))
        .toList();
  }

  private List<Row> zeroDays() {
    return request.goldOfArea(Table.ZERO_DAYS).where("zero_days IS NOT NULL").collectAsList();
  }

  private static List<Row> of(Figure figure, List<Row> rows) {
    String measure = figure.metric().measures().iterator().next().column();
    return rows.stream()
        .filter(it -> it.<String>getAs("category_group").equals(figure.group()))
        .filter(it -> it.<String>getAs("measure").equals(measure))
        .toList();
  }

  private static DayCalendar.Year year(
      Request.Period period, List<Row> counts, List<Row> unknown, Row zeros) {
    Map<LocalDate, Long> amounts = new HashMap<>();
    for (Row row : counts) {
      LocalDate day = row.<Date>getAs("day").toLocalDate();
      if (!day.isBefore(period.firstDay()) && !day.isAfter(period.lastDay())) {
        amounts.put(day, row.getAs("amount"));
      }
    }
    Set<LocalDate> gaps = new TreeSet<>();
    for (Row row : unknown) {
      LocalDate first = later(row.<Date>getAs("first_day").toLocalDate(), period.firstDay());
      LocalDate end = earlier(row.<Date>getAs("last_day").toLocalDate(), period.lastDay());
      if (!first.isAfter(end)) {
        first.datesUntil(end.plusDays(1)).forEach(gaps::add);
      }
    }
    return new DayCalendar.Year(
        period.year(),
        period.firstDay(),
        period.lastDay(),
        amounts,
        gaps,
        zeros.<Integer>getAs("zero_days"),
        zeros.<Integer>getAs("unknown_days"));
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  /** The rates of stations that figures are about. */
  List<StationRates> stations(List<Figure> figures) {
    if (figures.isEmpty()) {
      return List.of();
    }
    List<Row> clearance = ofStations(Table.STATION_CLEARANCE, groups(figures));
    List<Row> recovery = ofStations(Table.STATION_RECOVERY, groups(figures));
    return figures.stream()
        .map(it -> rates(it, ofGroup(it, clearance), ofGroup(it, recovery)))
        .filter(it -> it.stations().size() + it.withheld() > 0)
        .toList();
  }

  private List<Row> ofStations(Table table, List<String> groups) {
    return request
        .gold(table)
        .where(
            request.area().level() == AreaLevel.FORCE
                ? lit(true)
                : col("district").equalTo(request.area().code()))
        .where(col("year").equalTo(periods.get(periods.size() - 1).year()))
        .where(col("category_group").isin(groups.toArray()))
        .orderBy("station")
        .collectAsList();
  }

  private static Map<String, Row> ofGroup(Figure figure, List<Row> rows) {
    Map<String, Row> byStation = new LinkedHashMap<>();
    rows.stream()
        .filter(it -> it.<String>getAs("category_group").equals(figure.group()))
        .forEach(it -> byStation.put(it.getAs("station"), it));
    return byStation;
  }

  private StationRates rates(Figure figure, Map<String, Row> clearance, Map<String, Row> recovery) {
    boolean isOfMoney = figure.metric().unit() == Unit.SHARE_OF_MONEY;
    int least = request.settings().ratesFromCases();
    List<String> withCases =
        clearance.keySet().stream()
            .filter(it -> number(clearance.get(it), "cases_filed") > 0)
            .toList();
    List<Station> shown =
        withCases.stream()
            .filter(it -> number(clearance.get(it), "cases_filed") >= least)
            .filter(it -> !isOfMoney || recovery.containsKey(it))
            .map(it -> isOfMoney ? recovered(recovery.get(it)) : cleared(clearance.get(it)))
            .filter(it -> it.denominator() > 0)
            .toList();
    return new StationRates(
        figure.title(), isOfMoney, shown, withCases.size() - shown.size(), least);
  }

  private static Station cleared(Row row) {
    return new Station(name(row), number(row, "cohort_cleared"), number(row, "cases_filed"));
  }

  private static Station recovered(Row row) {
    return new Station(name(row), number(row, "cohort_recovered"), number(row, "loss"));
  }

  private static Bilingual name(Row row) {
    return new Bilingual(row.getAs("station_name_zh"), row.getAs("station_name_en"));
  }

  private static long number(Row row, String column) {
    return Optional.ofNullable(row.<Long>getAs(column)).orElse(0L);
  }

  /** At which age the cases of a cohort are cleared. */
  List<CaseAges> ages(List<Figure> figures) {
    List<Row> rows =
        figures.isEmpty() ? List.of() : request.rows("case_ages", groups(figures), Map.of());
    return figures.stream()
        .filter(it -> it.metric() == Metric.COHORT_CLEARANCE_RATE)
        .map(it -> new CaseAges(it.groupName(), years(it, rows)))
        .filter(it -> !it.years().isEmpty())
        .toList();
  }

  private static List<CaseAges.Year> years(Figure figure, List<Row> rows) {
    Map<Integer, List<Row>> byYear =
        rows.stream()
            .filter(it -> it.<String>getAs("category_group").equals(figure.group()))
            .collect(
                Collectors.groupingBy(
                    it -> it.<Integer>getAs("year"), java.util.TreeMap::new, Collectors.toList()));
    List<CaseAges.Year> years = new ArrayList<>();
    byYear.forEach((year, own) -> years.add(year(year, own)));
    return years;
  }

  private static CaseAges.Year year(int year, List<Row> rows) {
    List<Seen> ages =
        rows.stream()
            .map(
                it ->
                    new Seen(
                        it.<Integer>getAs("age_days"),
                        Math.max(0, number(it, "cleared")),
                        Math.max(0, number(it, "open"))))
            .toList();
    long cleared = ages.stream().mapToLong(Seen::events).sum();
    long all = cleared + ages.stream().mapToLong(Seen::censored).sum();
    return new CaseAges.Year(year, all, all == 0 ? 0 : (double) cleared / all, ages);
  }

  private static List<String> groups(List<Figure> figures) {
    return figures.stream().map(Figure::group).distinct().toList();
  }
}
