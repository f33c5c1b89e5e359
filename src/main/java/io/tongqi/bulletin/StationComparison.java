package io.tongqi.bulletin;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.tongqi.domain.AreaLevel;
import io.tongqi.report.page.Figure;
import io.tongqi.report.page.StationRates;
import io.tongqi.report.page.StationRates.Station;
import io.tongqi.tables.BilingualColumn;
import io.tongqi.tables.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/** What the stations of the area cleared and recovered in the current period. */
record StationComparison(Request request, List<Request.Period> periods) {
  /** The rates of stations that figures are about. */
  List<StationRates> of(List<Figure> figures) {
    if (figures.isEmpty()) {
      return List.of();
    }
    List<String> groups = Request.groups(figures);
    List<List<Row>> read =
        Request.together(
            List.of(
                () -> ofStations(Table.STATION_CLEARANCE, groups),
                () -> ofStations(Table.STATION_RECOVERY, groups)));
    return figures.stream()
        .map(
            it ->
                rates(
                    it,
                    byStation(Request.ofGroup(it, read.get(0))),
                    byStation(Request.ofGroup(it, read.get(1)))))
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

  private static Map<String, Row> byStation(List<Row> rows) {
    Map<String, Row> byStation = new LinkedHashMap<>();
    rows.forEach(it -> byStation.put(it.getAs("station"), it));
    return byStation;
  }

  private StationRates rates(Figure figure, Map<String, Row> clearance, Map<String, Row> recovery) {
    boolean isOfMoney = figure.metric().isOfMoney();
    int least = request.settings().ratesFromCases();
    List<String> withCases =
        clearance.keySet().stream()
            .filter(it -> Request.number(clearance.get(it), "cases_filed") > 0)
            .toList();
    List<Station> shown =
        withCases.stream()
            .filter(it -> Request.number(clearance.get(it), "cases_filed") >= least)
            .filter(it -> !isOfMoney || recovery.containsKey(it))
            .map(it -> isOfMoney ? recovered(recovery.get(it)) : cleared(clearance.get(it)))
            .filter(it -> it.denominator() > 0)
            .toList();
    return new StationRates(figure, shown, withCases.size() - shown.size(), least);
  }

  private static Station cleared(Row row) {
    return new Station(
        BilingualColumn.of(row, "station_name"),
        Request.number(row, "cohort_cleared"),
        Request.number(row, "cases_filed"));
  }

  private static Station recovered(Row row) {
    return new Station(
        BilingualColumn.of(row, "station_name"),
        Request.number(row, "cohort_recovered"),
        Request.number(row, "loss"));
  }
}
