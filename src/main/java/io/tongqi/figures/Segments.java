package io.tongqi.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * The calendar cut at every day on which a window starts, ends or is cut off. No window and no
 * cut-off splits a segment, so that a sum by segment answers for every window. A segment is named
 * by its first day.
 */
final class Segments {
  /** The columns of {@link #calendar}. */
  static final String CALENDAR = "day DATE, segment DATE";

  /** The columns of {@link #ofCuts}. */
  static final String OF_CUTS =
      "vintage STRING, place INT, first_day DATE, last_day DATE, cut_off DATE, segment DATE";

  private final TreeSet<LocalDate> firstDays = new TreeSet<>();

  Segments(List<Cut> cuts) {
    for (Cut cut : cuts) {
      firstDays.add(cut.period().firstDay());
      firstDays.add(cut.period().lastDay().plusDays(1));
      firstDays.add(cut.cutOff().plusDays(1));
    }
  }

  /** The segment of each day from the first window's start to the last cut-off. */
  List<Row> calendar() {
    List<Row> rows = new ArrayList<>();
    for (LocalDate day = firstDays.first(); day.isBefore(firstDays.last()); day = day.plusDays(1)) {
      rows.add(RowFactory.create(day, firstDays.floor(day)));
    }
    return rows;
  }

  /** The segments that make up each period, for each vintage. */
  List<Row> ofCuts(List<Cut> cuts) {
    List<Row> rows = new ArrayList<>();
    for (Cut cut : cuts) {
      LocalDate firstDay = cut.period().firstDay();
      LocalDate lastDay = cut.period().lastDay();
      for (LocalDate segment : firstDays.subSet(firstDay, true, lastDay, true)) {
        rows.add(
            RowFactory.create(
                cut.vintage().column(), cut.place(), firstDay, lastDay, cut.cutOff(), segment));
      }
    }
    return rows;
  }
}
