package io.tongqi.figures;

import io.tongqi.calendar.DayRange;
import io.tongqi.calendar.SamePeriod;
import io.tongqi.calendar.SamePeriods;
import io.tongqi.coverage.Horizon;
import io.tongqi.domain.Vintage;
import io.tongqi.settings.Settings;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * The same periods of a request.
 *
 * @param all each window in each year
 * @param defined those of years that have the window
 * @param cuts these as each vintage sees them, each at its place
 */
record Periods(List<SamePeriod> all, List<Period> defined, List<Cut> cuts) {
  /** The periods of the windows that the calendar and the settings know. */
  static Periods of(Request request, Settings settings) {
    List<SamePeriod> all = SamePeriods.of(request.asOf(), settings.years(), settings.windows());
    Map<String, Long> lags = lags(all, request.knownAt());
    List<Period> defined =
        all.stream()
            .filter(it -> it.days().isPresent())
            .map(it -> period(it, it.days().orElseThrow(), lags.getOrDefault(it.window(), 0L)))
            .toList();
    List<Cut> cuts = new ArrayList<>();
    for (Vintage vintage : Vintage.values()) {
      for (Period period : defined) {
        cuts.add(
            new Cut(
                cuts.size(),
                vintage,
                period,
                vintage.cutOff(request.knownAt(), period.equalAgeCutOff())));
      }
    }
    return new Periods(all, defined, List.copyOf(cuts));
  }

  /** The days from the first to the last of all windows. */
  Horizon horizon() {
    return new Horizon(
        defined.stream().map(Period::firstDay).min(Comparator.naturalOrder()).orElseThrow(),
        defined.stream().map(Period::lastDay).max(Comparator.naturalOrder()).orElseThrow());
  }

  /** The rows of gold.same_periods without as_of. */
  Dataset<Row> rows(SparkSession spark) {
    return spark.createDataFrame(
        all.stream().map(Periods::row).toList(),
        StructType.fromDDL(
            "window STRING, year INT, first_day DATE, last_day DATE, days INT, is_current BOOLEAN,"
                + " is_defined BOOLEAN"));
  }

  /** How many days after the current period's end the records are known, by window. */
  private static Map<String, Long> lags(List<SamePeriod> all, LocalDate knownAt) {
    Map<String, Long> lags = new HashMap<>();
    all.stream()
        .filter(SamePeriod::isCurrent)
        .forEach(
            period ->
                period
                    .days()
                    .ifPresent(
                        days ->
                            lags.put(
                                period.window(), ChronoUnit.DAYS.between(days.last(), knownAt))));
    return lags;
  }

  private static Row row(SamePeriod period) {
    DayRange days = period.days().orElse(null);
    return RowFactory.create(
        period.window(),
        period.year(),
        days == null ? null : days.first(),
        days == null ? null : days.last(),
        days == null ? null : days.days(),
        period.isCurrent(),
        days != null);
  }

  private static Period period(SamePeriod period, DayRange days, long lag) {
    return new Period(
        period.window(),
        period.year(),
        days.first(),
        days.last(),
        days.last().plusDays(lag),
        period.isCurrent());
  }
}
