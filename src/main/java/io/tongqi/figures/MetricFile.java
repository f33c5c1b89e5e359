package io.tongqi.figures;

import io.tongqi.domain.Measure;
import io.tongqi.tables.SqlFile;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The SQL files of the metrics, each after those whose views it reads. */
enum MetricFile {
  DELIVERED,
  UNDELIVERED,
  SOURCE_DAYS,
  SOURCE_DELAYS,
  SILENCES,
  DOUBTS,
  UNKNOWN_DAYS,
  LATE_DELIVERIES,
  PERIOD_COVERAGE,
  OPEN_LINES,
  COVERAGE_DAYS,
  COVERAGE,
  OPEN_SCOPES,
  OPEN_COUNTS,
  UNDATED_DAYS,
  OPEN_DAYS,
  INCIDENT_DAYS,
  ON_TIME_DAYS,
  PERIOD_DAYS,
  SUMS_BY_SEGMENT,
  SUMS_BY_STATION,
  SUMS_BY_AREA,
  PERIOD_SUMS,
  CLEARANCE,
  RECOVERY,
  CASE_SPEED,
  ZERO_RUNS,
  ZERO_DAYS,
  PERIOD_FACTS,
  DECADE_COMPARISON,
  STATION_NAMES,
  STATION_CLEARANCE,
  STATION_RECOVERY,
  ACTIVITY_DAYS,
  ACTIVITY_SUMS,
  ACTIVITY_YEARS,
  ACTIVITY_TOTALS;

  /** What is summed over a period, beside the measures themselves. */
  private static final List<String> OF_CASES =
      List.of(
          "cases_cleared_current",
          "cases_cleared_backlog",
          "cohort_cleared",
          "cohort_cleared_to_date",
          "cohort_recovered");

  /** The measures of which days without any are counted. */
  private static final List<String> OF_DAYS =
      Stream.of(Measure.INCIDENTS_REPORTED, Measure.INCIDENTS_OCCURRED, Measure.DEATHS)
          .map(Measure::column)
          .toList();

  private static final Map<String, List<String>> LISTS =
      Map.of(
          "measure",
          Measure.columns(),
          "day_measure",
          OF_DAYS,
          "sum",
          Stream.concat(Measure.columns().stream(), OF_CASES.stream()).toList());

  private final String file = name().toLowerCase(Locale.ROOT);

  /** The name of the file, and of the view that its rows fill. */
  String file() {
    return file;
  }

  /** The rows, from the views that the session has. */
  Dataset<Row> rows(SparkSession spark) {
    return spark.sql(text());
  }

  /** The SQL. */
  String text() {
    return SqlFile.read("metrics/" + file + ".sql", LISTS);
  }

  /** Registers the rows as the file's view. */
  void register(SparkSession spark) {
    rows(spark).createOrReplaceTempView(file);
  }
}
