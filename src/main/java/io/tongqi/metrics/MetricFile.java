package io.tongqi.metrics;

import io.tongqi.tables.SqlFile;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The SQL files of the metrics, in the order in which they build on one another. */
enum MetricFile {
  OPEN_LINES,
  SEGMENT_SUMS,
  GROUP_SUMS,
  AREA_SUMS,
  DAY_SUMS,
  COHORT_SUMS,
  PERIOD_SUMS,
  INCIDENT_DAYS,
  COUNTS,
  CLEARANCE,
  RECOVERY,
  CASE_SPEED,
  ZERO_DAYS,
  PERIOD_FACTS,
  STATION_CLEARANCE,
  STATION_RECOVERY;

  private final String view = name().toLowerCase(Locale.ROOT);

  /** The name of the view that it fills, and of the file. */
  String view() {
    return view;
  }

  /** The rows, from the views that the session has. */
  Dataset<Row> rows(SparkSession spark) {
    return spark.sql(SqlFile.read("metrics/" + view + ".sql"));
  }
}
