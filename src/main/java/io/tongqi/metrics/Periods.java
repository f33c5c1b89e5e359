package io.tongqi.metrics;

import io.tongqi.calendar.DayRange;
import io.tongqi.calendar.SamePeriod;
import io.tongqi.calendar.SamePeriods;
import io.tongqi.coverage.Horizon;
import io.tongqi.settings.Settings;
import java.sql.Date;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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
 */
public record Periods(List<SamePeriod> all, List<Period> defined) {
  /** The periods of the windows that the settings and the calendar know. */
  public static Periods of(Request request, Settings settings) {
    List<SamePeriod> all = SamePeriods.of(request.asOf(), settings.years(), settings.windows());
    Map<String, Long> lags = new HashMap<>();
    for (SamePeriod period : all) {
      if (period.isCurrent() && period.days().isPresent()) {
        LocalDate end = period.days().get().last();
        lags.put(period.window(), ChronoUnit.DAYS.between(end, request.knownAt()));
      }
    }
    List<Period> defined =
        all.stream()
            .filter(it -> it.days().isPresent())
            .map(it -> period(it, it.days().orElseThrow(), lags.getOrDefault(it.window(), 0L)))
            .toList();
    return new Periods(all, defined);
  }

  /** The days from the first to the last of all windows. */
  public Horizon horizon() {
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

  private static Row row(SamePeriod period) {
    DayRange days = period.days().orElse(null);
    return RowFactory.create(
        period.window(),
        period.year(),
        days == null ? null : Date.valueOf(days.first()),
        days == null ? null : Date.valueOf(days.last()),
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
