package io.tongqi.figures;

import io.tongqi.tables.SqlFile;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The SQL files of the metrics; each reads views that the files before it fill. */
enum MetricFile {
  OPEN_LINES,
  INCIDENT_DAYS,
  SEGMENT_SUMS,
  AREA_SUMS,
  DAY_SUMS,
  COHORT_SUMS,
  FACTS,
  PERIOD_SUMS,
  CLEARANCE,
  RECOVERY,
  CASE_SPEED,
  ZERO_DAYS,
  PERIOD_FACTS,
  STATION_CLEARANCE,
  STATION_RECOVERY;

  private final String file = name().toLowerCase(Locale.ROOT);

  /** The families, each of which adds its metrics to the rows of the view `period_sums`. */
  static List<MetricFile> families() {
    return List.of(CLEARANCE, RECOVERY, CASE_SPEED, ZERO_DAYS);
  }

  /** The name of the file, and of the view that its rows fill. */
  String file() {
    return file;
  }

  /** The rows, from the views that the session has. */
  Dataset<Row> rows(SparkSession spark) {
    return spark.sql(SqlFile.read("metrics/" + file + ".sql"));
  }

  /** Registers the rows as the file's view. */
  void register(SparkSession spark) {
    rows(spark).createOrReplaceTempView(file);
  }
}
