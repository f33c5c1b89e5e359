package io.tongqi.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.calendar.DayRange;
import io.tongqi.calendar.LunarNewYear;
import io.tongqi.domain.Resolution;
import io.tongqi.statistics.Silences.Silence;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Ten years of days, drawn at random by a rate a day, of a source that is honest or lost some. */
class SilencesTest {
  private static final DayRange SPAN =
      new DayRange(LocalDate.of(2015, 1, 1), LocalDate.of(2024, 12, 31));
  private static final double DAYS_A_MONTH = 365.25 / 12;
  private static final double[] ALL_KNOWN = SPAN.dates().mapToDouble(it -> 1).toArray();

  /** Set by hand to 2000, as the definition asks; fewer keep the test short. */
  private static final int SPANS = Integer.getInteger("silences.spans", 60);

  private static final Map<Integer, LocalDate> NEW_YEARS = new HashMap<>();

  private final SplittableRandom random = new SplittableRandom(20240630);

  static Stream<Arguments> honest() {
    GammaDistribution swing = GammaDistribution.of(10, 0.1);
    return Stream.of(
        Arguments.of("1 a month", rate(it -> 1)),
        Arguments.of("2 a year", rate(it -> 2 / 12.0)),
        Arguments.of(
            "2 a year, but for a year of many", rate(it -> it.getYear() == 2015 ? 4 : 2 / 12.0)),
        Arguments.of("5 a month", rate(it -> 5)),
        Arguments.of("20 a month", rate(it -> 20)),
        Arguments.of("60 a month", rate(it -> 60)),
        Arguments.of("300 a month", rate(it -> 300)),
        Arguments.of("falling from 40 to 2", rate(it -> 40 - 38 * place(it))),
        Arguments.of("a step from 60 to 6", rate(it -> it.getYear() < 2020 ? 60 : 6)),
        Arguments.of(
            "a season of 60 %",
            rate(it -> 60 * (1 + 0.6 * Math.sin(2 * Math.PI * it.getDayOfYear() / 365.25)))),
        Arguments.of("20 a workday", rate(it -> isWorkday(it) ? 20 * DAYS_A_MONTH : 0)),
        Arguments.of(
            "20 a workday but for New Year's Day and a Monday in May",
            rate(it -> isWorkday(it) && !isHoliday(it) ? 20 * DAYS_A_MONTH : 0)),
        Arguments.of(
            "months that swing",
            (IntFunction<ToDoubleFunction<LocalDate>>)
                seed ->
                    it ->
                        60
                            / DAYS_A_MONTH
                            * swing.inverseCumulativeProbability(
                                new SplittableRandom(
                                        seed * 1000L
                                            + YearMonth.from(it)
                                                .getLong(ChronoField.PROLEPTIC_MONTH))
                                    .nextDouble())),
        Arguments.of("20 a month, booked once in two weeks", inBatches(20, 14)),
        Arguments.of("200 a month, booked once a week", inBatches(200, 7)),
        Arguments.of(
            "2 a day, silent at New Year", rate(it -> isNewYear(it) ? 0 : 2 * DAYS_A_MONTH)),
        Arguments.of(
            "10 a day, silent at New Year", rate(it -> isNewYear(it) ? 0 : 10 * DAYS_A_MONTH)),
        Arguments.of(
            "2 a day, silent in October's first week",
            rate(
                it ->
                    it.getMonth() == Month.OCTOBER && it.getDayOfMonth() < 8
                        ? 0
                        : 2 * DAYS_A_MONTH)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("honest")
  void shouldDoubtAnHonestSourceInOneOfAThousandSpansAtMost(
      String name, IntFunction<ToDoubleFunction<LocalDate>> rate) {
    int doubted = 0;
    for (int span = 0; span < SPANS; span++) {
      if (!silences(drawn(rate.apply(span))).doubtful().isEmpty()) {
        doubted++;
      }
    }
    System.out.println(name + ": " + doubted);
    assertThat(doubted).as(name).isLessThanOrEqualTo(Math.max(1, SPANS / 1000));
  }

  @ParameterizedTest(name = "{0} a month, {1} days lost")
  @CsvSource({"20, 30, 0.9", "20, 60, 1", "20, 92, 1", "20, 182, 1", "5, 92, 0.1", "5, 182, 0.8"})
  void shouldFindWhatASourceLost(int perMonth, int days, double share) {
    int found = 0;
    for (int span = 0; span < SPANS; span++) {
      int first = random.nextInt(SPAN.days() - days);
      int[] rows = drawn(it -> perMonth / DAYS_A_MONTH);
      Arrays.fill(rows, first, first + days, 0);
      LocalDate middle = SPAN.first().plusDays(first + days / 2);
      if (silences(rows).doubtful().stream().anyMatch(it -> it.days().contains(middle))) {
        found++;
      }
    }
    System.out.println(perMonth + " a month, " + days + " days lost: " + found);
    assertThat(found).isGreaterThanOrEqualTo((int) (share * SPANS));
  }

  @Test
  void shouldTellTheLongestSilenceAndTheOneThatLasts() {
    // Given
    int[] rows = drawn(it -> 3);
    Arrays.fill(rows, 100, 110, 0);
    Arrays.fill(rows, SPAN.days() - 6, SPAN.days(), 0);
    rows[99] = 1;
    rows[110] = 1;
    rows[SPAN.days() - 7] = 1;

    // When
    Silences silences = silences(rows);

    // Then
    assertThat(silences.longest())
        .contains(new DayRange(SPAN.first().plusDays(100), SPAN.first().plusDays(109)));
    assertThat(silences.lasting())
        .contains(new DayRange(LocalDate.of(2024, 12, 26), LocalDate.of(2024, 12, 31)));
  }

  @Test
  void shouldDoubtAMonthWithFewRowsAndNotWhatIsNotAnsweredFor() {
    // Given
    int[] rows = drawn(it -> 1);
    int june = new DayRange(SPAN.first(), LocalDate.of(2020, 6, 1)).days() - 1;
    Arrays.fill(rows, june, june + 30, 0);
    rows[june + 3] = 1;
    rows[june + 13] = 1;
    rows[june + 23] = 1;
    BitSet answered = new BitSet();
    answered.set(0, SPAN.days());
    answered.clear(1000, 1200);
    Arrays.fill(rows, 1000, 1200, 0);

    // When
    List<Silence> found =
        new Silences(SPAN, rows, answered, ALL_KNOWN, Resolution.DAY, 1).doubtful();

    // Then
    assertThat(found).hasSize(1);
    assertThat(found.get(0).days()).isEqualTo(DayRange.ofMonth(YearMonth.of(2020, 6)));
    assertThat(found.get(0).rows()).isEqualTo(3);
    assertThat(found.get(0).expected()).isBetween(24.0, 36.0);
  }

  @Test
  void shouldDoubtMonthsWhereOnlyMonthsAreKnown() {
    // Given
    int[] rows = new int[SPAN.days()];
    for (LocalDate month = SPAN.first(); !month.isAfter(SPAN.last()); month = month.plusMonths(1)) {
      boolean isLost = month.getYear() == 2019 && month.getMonthValue() < 4;
      rows[new DayRange(SPAN.first(), month).days() - 1] = isLost ? 0 : 20 + random.nextInt(9);
    }
    BitSet answered = new BitSet();
    answered.set(0, SPAN.days());

    // When
    List<Silence> found =
        new Silences(SPAN, rows, answered, ALL_KNOWN, Resolution.MONTH, 1).doubtful();

    // Then
    assertThat(found)
        .extracting(Silence::days)
        .containsExactly(new DayRange(LocalDate.of(2019, 1, 1), LocalDate.of(2019, 3, 31)));
  }

  private Silences silences(int[] rows) {
    BitSet all = new BitSet();
    all.set(0, SPAN.days());
    return new Silences(SPAN, rows, all, ALL_KNOWN, Resolution.DAY, 1);
  }

  private int[] drawn(ToDoubleFunction<LocalDate> rate) {
    return SPAN.dates().mapToInt(it -> poisson(rate.applyAsDouble(it))).toArray();
  }

  private int poisson(double mean) {
    double limit = Math.exp(-mean);
    int count = 0;
    for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
      count++;
    }
    return count;
  }

  private static IntFunction<ToDoubleFunction<LocalDate>> rate(
      ToDoubleFunction<LocalDate> perMonth) {
    return span -> it -> perMonth.applyAsDouble(it) / DAYS_A_MONTH;
  }

  /** One day of booking, any, in each stretch of so many days, with all that came up meanwhile. */
  private static IntFunction<ToDoubleFunction<LocalDate>> inBatches(int perMonth, int days) {
    return seed ->
        it -> {
          long stretch = it.toEpochDay() / days;
          long bookingDay = new SplittableRandom(seed * 10_000L + stretch).nextInt(days);
          return it.toEpochDay() % days == bookingDay ? perMonth / DAYS_A_MONTH * days : 0;
        };
  }

  private static double place(LocalDate day) {
    return (double) new DayRange(SPAN.first(), day).days() / SPAN.days();
  }

  private static boolean isWorkday(LocalDate day) {
    return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
  }

  private static boolean isHoliday(LocalDate day) {
    boolean isLastMondayInMay =
        day.getMonth() == Month.MAY
            && day.getDayOfWeek() == DayOfWeek.MONDAY
            && day.getDayOfMonth() > 24;
    return day.getDayOfYear() == 1 || isLastMondayInMay;
  }

  private static boolean isNewYear(LocalDate day) {
    LocalDate newYear = NEW_YEARS.computeIfAbsent(day.getYear(), LunarNewYear::day);
    return !day.isBefore(newYear.minusDays(1)) && day.isBefore(newYear.plusDays(6));
  }
}
