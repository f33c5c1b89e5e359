package io.tongqi.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.calendar.DayRange;
import io.tongqi.domain.Measure;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ten years of records, each with an event of its first day and one that follows. */
class SourceSilencesTest {
  private static final DayRange SPAN =
      new DayRange(LocalDate.of(2015, 1, 1), LocalDate.of(2024, 12, 31));
  private static final int SPANS = 60;

  private final SplittableRandom random = new SplittableRandom(20150101);

  @Test
  void shouldNotDoubtThatClearancesBeginWithTheRecords() {
    // Given
    int doubted = 0;
    for (int span = 0; span < SPANS; span++) {
      int[] filed = new int[SPAN.days()];
      int[] cleared = new int[SPAN.days()];
      records(5, 0.5, 60, filed, cleared);

      // When
      int doubts =
          doubts(Map.of(Measure.CASES_FILED, filed, Measure.CASES_CLEARED, cleared)).numElements();
      doubted += doubts > 0 ? 1 : 0;
    }

    // Then
    assertThat(doubted).isLessThanOrEqualTo(1);
  }

  @Test
  void shouldDoubtThemWhereTheSourceTellsNothingElse() {
    // Given
    int[] cleared = new int[SPAN.days()];
    records(5, 0.5, 20, new int[SPAN.days()], cleared);

    // When
    ArrayData doubts = doubts(Map.of(Measure.CASES_CLEARED, cleared));

    // Then
    assertThat(doubts.getStruct(0, 5).getInt(1)).isEqualTo(SPAN.first().toEpochDay());
  }

  @Test
  void shouldFindClearancesThatAreLost() {
    // Given
    int[] filed = new int[SPAN.days()];
    int[] cleared = new int[SPAN.days()];
    records(5, 0.5, 60, filed, cleared);
    Arrays.fill(cleared, 2000, 2092, 0);

    // When
    ArrayData doubts = doubts(Map.of(Measure.CASES_FILED, filed, Measure.CASES_CLEARED, cleared));

    // Then
    assertThat(doubts.numElements()).isEqualTo(1);
    InternalRow doubt = doubts.getStruct(0, 5);
    assertThat(doubt.getUTF8String(0)).hasToString("cases_cleared");
    assertThat(doubt.getInt(1)).isEqualTo(SPAN.first().plusDays(2000).toEpochDay());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 100})
  void shouldNotDoubtThatTheNewestOccurrencesAreNotReportedYet(int perDay) {
    // Given
    int doubted = 0;
    for (int span = 0; span < SPANS; span++) {
      int[] occurred = new int[SPAN.days()];
      int[] delays = new int[SPAN.days()];
      occurrences(perDay, occurred, delays);

      // When
      ArrayData doubts = doubts(Map.of(Measure.INCIDENTS_OCCURRED, occurred), delays);
      doubted += doubts.numElements() > 0 ? 1 : 0;
    }

    // Then
    assertThat(doubted).isLessThanOrEqualTo(1);
  }

  @Test
  void shouldDoubtTheNewestDaysThatAreLost() {
    // Given
    int[] occurred = new int[SPAN.days()];
    int[] delays = new int[SPAN.days()];
    occurrences(10, occurred, delays);
    Arrays.fill(occurred, SPAN.days() - 10, SPAN.days(), 0);

    // When
    ArrayData doubts = doubts(Map.of(Measure.INCIDENTS_OCCURRED, occurred), delays);

    // Then
    assertThat(doubts.numElements()).isEqualTo(1);
    assertThat(doubts.getStruct(0, 5).getInt(1)).isEqualTo(SPAN.last().minusDays(9).toEpochDay());
  }

  /** Draws occurrences, a fifth of which is reported later, after 60 days on average. */
  private void occurrences(int perDay, int[] occurred, int[] delays) {
    for (int day = 0; day < SPAN.days(); day++) {
      for (int record = poisson(perDay); record > 0; record--) {
        int delay = random.nextDouble() < 0.2 ? delay(60) : 0;
        if (day + delay < SPAN.days()) {
          occurred[day]++;
          delays[delay] += day >= SPAN.days() - 457 && day < SPAN.days() - 92 ? 1 : 0;
        }
      }
    }
  }

  /**
   * Draws records.
   *
   * @param share of the records that have the event that follows, within the span
   * @param delay the mean days between the two
   */
  private void records(int perDay, double share, double delay, int[] first, int[] following) {
    for (int day = 0; day < SPAN.days(); day++) {
      for (int record = poisson(perDay); record > 0; record--) {
        first[day]++;
        int after = day + delay(delay);
        if (random.nextDouble() < share && after < SPAN.days()) {
          following[after]++;
        }
      }
    }
  }

  private int poisson(double mean) {
    double limit = Math.exp(-mean);
    int count = 0;
    for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
      count++;
    }
    return count;
  }

  private int delay(double mean) {
    return (int) (-mean * Math.log(1 - random.nextDouble()));
  }

  private static ArrayData doubts(Map<Measure, int[]> rows) {
    return doubts(rows, new int[SPAN.days()]);
  }

  /** Those where the first of the measures has so many rows by delay. */
  private static ArrayData doubts(Map<Measure, int[]> rows, int[] delays) {
    Measure measure = rows.keySet().iterator().next();
    InternalRow silences =
        SourceSilences.of(
            array(SPAN.dates().map(it -> day(it, rows))),
            array(rows.keySet().stream().map(SourceSilencesTest::booked)),
            array(SPAN.dates().map(it -> day(it, Map.of(measure, delays)))),
            number(SPAN.first()),
            number(SPAN.last()),
            1);
    return silences.getArray(0);
  }

  private static InternalRow day(LocalDate day, Map<Measure, int[]> rows) {
    int number = new DayRange(SPAN.first(), day).days() - 1;
    Stream<Object> counts =
        Stream.of(Measure.values()).map(it -> rows.containsKey(it) ? rows.get(it)[number] : 0);
    return row(Stream.concat(Stream.of(number), counts));
  }

  private static InternalRow booked(Measure measure) {
    ArrayData all = array(Stream.of(row(Stream.of(number(SPAN.first()), number(SPAN.last())))));
    ArrayData none = array(Stream.empty());
    return row(
        Stream.of(
            UTF8String.fromString(measure.column()), UTF8String.fromString("day"), all, none));
  }

  private static ArrayData array(Stream<InternalRow> rows) {
    return new GenericArrayData(rows.toArray());
  }

  private static InternalRow row(Stream<Object> values) {
    return new GenericInternalRow(values.toArray());
  }

  private static int number(LocalDate day) {
    return Math.toIntExact(day.toEpochDay());
  }
}
