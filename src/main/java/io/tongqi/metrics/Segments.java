package io.tongqi.metrics;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * The calendar cut at every day on which a window starts, ends or is cut off. No window and no
 * cut-off splits a segment, so that a sum by segment answers for every window. A segment is named
 * by its first day.
 */
final class Segments {
  private final List<Period> periods;
  private final LocalDate knownAt;
  private final TreeSet<LocalDate> firstDays = new TreeSet<>();

  Segments(List<Period> periods, LocalDate knownAt) {
    this.periods = periods;
    this.knownAt = knownAt;
    for (Period period : periods) {
      firstDays.add(period.firstDay());
      firstDays.add(period.lastDay().plusDays(1));
      firstDays.add(period.equalAgeCutOff().plusDays(1));
    }
  }

  /**
   * The segment of each day from the first window's start to `known_at`: columns day, segment. An
   * earlier day has none.
   */
  Dataset<Row> calendar(SparkSession spark) {
    List<Row> rows = new ArrayList<>();
    for (LocalDate day = firstDays.first(); !day.isAfter(knownAt); day = day.plusDays(1)) {
      rows.add(RowFactory.create(Date.valueOf(day), Date.valueOf(firstDays.floor(day))));
    }
    return spark.createDataFrame(rows, StructType.fromDDL("day DATE, segment DATE"));
  }

  /**
   * The segments of each window, for each vintage: columns vintage, window, year, first_day,
   * last_day, cut_off, segment.
   */
  Dataset<Row> windowSegments(SparkSession spark) {
    List<Row> rows = new ArrayList<>();
    for (Vintage vintage : Vintage.values()) {
      for (Period period : periods) {
        for (LocalDate segment :
            firstDays.subSet(period.firstDay(), true, period.lastDay(), true)) {
          rows.add(
              RowFactory.create(
                  vintage.column(),
                  period.window(),
                  period.year(),
                  Date.valueOf(period.firstDay()),
                  Date.valueOf(period.lastDay()),
                  Date.valueOf(vintage.cutOff(period, knownAt)),
                  Date.valueOf(segment)));
        }
      }
    }
    return spark.createDataFrame(
        rows,
        StructType.fromDDL(
            "vintage STRING, window STRING, year INT, first_day DATE, last_day DATE, cut_off DATE,"
                + " segment DATE"));
  }
}
