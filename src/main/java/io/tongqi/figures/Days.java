package io.tongqi.figures;

import io.tongqi.calendar.DayRange;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import javax.annotation.Nullable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Sets of days of a range, by their number in it. */
final class Days {
  private Days() {}

  /** The days of the range from a first (null: since ever) to a last one (null: for ever). */
  static BitSet of(DayRange range, @Nullable LocalDate from, @Nullable LocalDate to) {
    int start = from == null || from.isBefore(range.first()) ? 0 : number(range, from);
    int end = to == null || to.isAfter(range.last()) ? range.days() : number(range, to) + 1;
    BitSet days = new BitSet(range.days());
    if (start < end) {
      days.set(start, end);
    }
    return days;
  }

  /** All days of the range that are not among the given. */
  static BitSet without(DayRange range, BitSet days) {
    BitSet others = of(range, null, null);
    others.andNot(days);
    return others;
  }

  /** The unbroken runs of days, as rows of first and last day. */
  static List<Row> runs(DayRange range, BitSet days) {
    List<Row> runs = new ArrayList<>();
    for (int first = days.nextSetBit(0); first >= 0; ) {
      int end = days.nextClearBit(first);
      runs.add(RowFactory.create(range.first().plusDays(first), range.first().plusDays(end - 1L)));
      first = days.nextSetBit(end);
    }
    return runs;
  }

  private static int number(DayRange range, LocalDate day) {
    return Math.toIntExact(ChronoUnit.DAYS.between(range.first(), day));
  }
}
