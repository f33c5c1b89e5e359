package io.tongqi.figures;

import io.tongqi.calendar.DayRange;
import io.tongqi.domain.Measure;
import io.tongqi.domain.Resolution;
import io.tongqi.statistics.Silences;
import io.tongqi.statistics.Silences.Silence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javax.annotation.Nullable;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The SQL function {@code silences(days, measures, delays, first_day, last_day, series)}: the
 * silences of a source, or of one of its stations.
 */
final class SourceSilences {
  /** What it gives. */
  static final StructType RESULT =
      StructType.fromDDL(
          "doubts ARRAY<STRUCT<measure: STRING, first_day: DATE, last_day: DATE, rows: BIGINT,"
              + " expected: DOUBLE>>, longest_first_day DATE, longest_last_day DATE,"
              + " silent_since DATE");

  private static final int DAYS_TO_GROW = 366;

  private final DayRange span;
  private final int series;

  private SourceSilences(DayRange span, int series) {
    this.span = span;
    this.series = series;
  }

  /** What a source booked of a measure, on the days on which it answers for it. */
  private static final class Booked {
    private final UTF8String measure;
    private final Resolution resolution;
    private final BitSet answered;
    private final int[] rows;
    private final double[] known;

    Booked(UTF8String measure, Resolution resolution, BitSet answered, int[] rows, double[] known) {
      this.measure = measure;
      this.resolution = resolution;
      this.answered = answered;
      this.rows = rows;
      this.known = known;
    }

    Measure.Event event() {
      return Measure.valueOf(measure.toString().toUpperCase(Locale.ROOT)).event();
    }
  }

  /**
   * The silences.
   *
   * @param days ARRAY of STRUCT of the number of a day and the rows of each measure on it
   * @param measures ARRAY of STRUCT of measure, resolution, and the runs of days that are booked
   *     and, among them, not answered for
   * @param delays ARRAY of STRUCT of a number of days and the rows of each measure that the source
   *     recorded so long after their day
   */
  static InternalRow of(
      ArrayData days, ArrayData measures, ArrayData delays, int firstDay, int lastDay, int series) {
    DayRange span = new DayRange(LocalDate.ofEpochDay(firstDay), LocalDate.ofEpochDay(lastDay));
    return new SourceSilences(span, series).of(days, measures, delays);
  }

  private InternalRow of(ArrayData days, ArrayData measures, ArrayData delays) {
    List<Object> doubts = new ArrayList<>();
    Booked any = null;
    List<Booked> all = new ArrayList<>();
    for (int place = 0; place < measures.numElements(); place++) {
      all.add(booked(days, measures.getStruct(place, 4), delays));
    }
    for (Booked booked : all) {
      for (Silence it : silences(judged(booked, all)).doubtful()) {
        doubts.add(
            new GenericInternalRow(
                new Object[] {
                  booked.measure,
                  number(it.days().first()),
                  number(it.days().last()),
                  it.rows(),
                  it.expected()
                }));
      }
      any = any == null ? booked : either(any, booked);
    }
    Silences silences = silences(any);
    Optional<DayRange> longest = silences.longest();
    return new GenericInternalRow(
        new Object[] {
          new GenericArrayData(doubts.toArray()),
          number(longest.map(DayRange::first)),
          number(longest.map(DayRange::last)),
          number(silences.lasting().map(DayRange::first))
        });
  }

  /**
   * The days on which a measure can be judged. Clearances and recoveries grow from nothing where
   * the records of a source begin, which hold none of older cases: their first year is left out.
   */
  private static Booked judged(Booked booked, List<Booked> all) {
    OptionalInt begins =
        all.stream()
            .filter(it -> !it.event().isOutcome())
            .mapToInt(it -> it.answered.nextSetBit(0))
            .filter(it -> it >= 0)
            .min();
    if (!booked.event().isOutcome() || begins.isEmpty()) {
      return booked;
    }
    BitSet answered = (BitSet) booked.answered.clone();
    answered.clear(0, begins.getAsInt() + DAYS_TO_GROW);
    return new Booked(booked.measure, booked.resolution, answered, booked.rows, booked.known);
  }

  private Silences silences(Booked booked) {
    return new Silences(
        span, booked.rows, booked.answered, booked.known, booked.resolution, series);
  }

  private Booked booked(ArrayData days, InternalRow measure, ArrayData delays) {
    UTF8String name = measure.getUTF8String(0);
    BitSet answered = days(measure.getArray(2));
    answered.andNot(days(measure.getArray(3)));
    int[] rows = rows(days, name);
    Resolution resolution =
        Resolution.valueOf(measure.getUTF8String(1).toString().toUpperCase(Locale.ROOT));
    return new Booked(name, resolution, answered, rows, known(rows(delays, name)));
  }

  /** The rows of a measure, by the number that stands beside them. */
  private int[] rows(ArrayData numbered, UTF8String measure) {
    int columns = Measure.values().length + 1;
    int column = Measure.columns().indexOf(measure.toString()) + 1;
    int[] rows = new int[span.days()];
    for (int place = 0; place < numbered.numElements(); place++) {
      InternalRow number = numbered.getStruct(place, columns);
      rows[number.getInt(0)] = number.getInt(column);
    }
    return rows;
  }

  /**
   * Of each day, what share of its rows is known on the last one; all of them where nothing tells.
   */
  private double[] known(int[] rowsByDelay) {
    long all = Math.max(0, Arrays.stream(rowsByDelay).asLongStream().sum());
    double[] known = new double[span.days()];
    long rows = 0;
    for (int delay = 0; delay < known.length; delay++) {
      rows += rowsByDelay[delay];
      known[known.length - 1 - delay] =
          all == 0 ? 1 : Math.min(1, Math.max(0, rows / (double) all));
    }
    return known;
  }

  /** Both together, or the one that is dated more exactly. */
  private static Booked either(Booked one, Booked other) {
    int finer = one.resolution.compareTo(other.resolution);
    if (finer != 0) {
      return finer < 0 ? one : other;
    }
    BitSet answered = (BitSet) one.answered.clone();
    answered.or(other.answered);
    int[] rows = one.rows.clone();
    for (int day = 0; day < rows.length; day++) {
      rows[day] = Math.max(rows[day], other.rows[day]);
    }
    double[] known = one.known.clone();
    Arrays.setAll(known, day -> Math.max(known[day], other.known[day]));
    return new Booked(one.measure, one.resolution, answered, rows, known);
  }

  private BitSet days(ArrayData runs) {
    BitSet days = new BitSet(span.days());
    int first = number(span.first());
    for (DayRuns.Run run : DayRuns.of(runs)) {
      int from = Math.max(0, run.first() - first);
      int to = Math.min(span.days(), run.last() - first + 1);
      if (from < to) {
        days.set(from, to);
      }
    }
    return days;
  }

  private static int number(LocalDate day) {
    return Math.toIntExact(day.toEpochDay());
  }

  private static @Nullable Integer number(Optional<LocalDate> day) {
    return day.map(SourceSilences::number).orElse(null);
  }
}
