package io.tongqi.comparison;

import static io.tongqi.comparison.Values.ofDays;
import static io.tongqi.comparison.Values.partly;
import static io.tongqi.comparison.Values.rate;
import static io.tongqi.comparison.Values.replaced;
import static io.tongqi.comparison.Values.unavailable;
import static io.tongqi.comparison.Values.undelivered;
import static io.tongqi.comparison.Values.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tongqi.domain.Metric;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final List<YearValue> TEN_YEARS =
      whole(81, 120, 95, 100, 90, 130, 140, 90, 160, 170);

  @Test
  void shouldCompareACountWithTheYearBeforeAndAllYears() {
    ComparisonResult result = Comparison.of(Metric.INCIDENTS_REPORTED, 10, TEN_YEARS);

    assertThat(result.value()).isEqualTo(81);
    assertThat(result.priorValue()).isEqualTo(120);
    assertThat(result.change()).isEqualTo(-39);
    assertThat(result.changePercent()).isEqualTo(-32.5);
    assertThat(result.changePoints()).isNull();
    assertThat(result.perDayChangePercent()).isEqualTo(-32.5);
    assertThat(result.yearsCompared()).isEqualTo(10);
    assertThat(result.rank()).isEqualTo(1);
    assertThat(result.bestValue()).isEqualTo(81);
    assertThat(result.bestYears()).isEqualTo("2024");
    assertThat(result.worstValue()).isEqualTo(170);
    assertThat(result.worstYears()).isEqualTo("2015");
    assertThat(result.record()).isEqualTo(RecordStanding.BEST);
    assertThat(result.pValue()).isCloseTo(0.0071, within(5e-4));
    assertThat(result.withinChance()).isFalse();
  }

  @Test
  void shouldCompareARateInPointsAndRankItByItsFraction() {
    // given two shares that are one and the same double
    YearValue current = rate(2024, 3_000_000_000_000_000_001L, 6_000_000_000_000_000_001L);
    YearValue prior = rate(2023, 3_000_000_000_000_000_000L, 6_000_000_000_000_000_000L);
    assertThat(current.value()).isEqualTo(prior.value());

    ComparisonResult result = Comparison.of(Metric.CLEARANCE_RATE, 2, List.of(current, prior));

    assertThat(result.record()).isEqualTo(RecordStanding.BEST);
    assertThat(result.rank()).isEqualTo(1);
    assertThat(result.change()).isNull();
    assertThat(result.changePercent()).isNull();
    assertThat(result.perDayChangePercent()).isNull();
    assertThat(result.changePoints()).isEqualTo(0);
    assertThat(result.pValue()).isNull();
    assertThat(result.withinChance()).isNull();
  }

  @Test
  void shouldRankTiesAlikeAndLeaveAGapAfterThem() {
    ComparisonResult result = Comparison.of(Metric.DEATHS, 5, whole(7, 5, 5, 9, 9));

    assertThat(result.rank()).isEqualTo(3);
    assertThat(result.bestYears()).isEqualTo("2022, 2023");
    assertThat(result.worstYears()).isEqualTo("2020, 2021");
  }

  @Test
  void shouldCompareOnlyWhatIsCovered() {
    YearValue partial = partly(2023, 60.0, undelivered("2023-03-01", "2023-03-31"));

    ComparisonResult result =
        Comparison.of(Metric.INCIDENTS_REPORTED, 10, replaced(TEN_YEARS, partial));

    assertThat(result.priorValue()).isNull();
    assertThat(result.change()).isNull();
    assertThat(result.pValue()).isNull();
    assertThat(result.yearsCompared()).isEqualTo(9);
    assertThat(result.rank()).isEqualTo(1);
    assertThat(result.bestValue()).isEqualTo(81);
  }

  @Test
  void shouldNotRankACurrentYearThatIsNotCovered() {
    YearValue partial = partly(2024, 20.0, undelivered("2024-03-01", "2024-03-31"));

    ComparisonResult result =
        Comparison.of(Metric.INCIDENTS_REPORTED, 10, replaced(TEN_YEARS, partial));

    assertThat(result.value()).isEqualTo(20);
    assertThat(result.priorValue()).isEqualTo(120);
    assertThat(result.change()).isNull();
    assertThat(result.rank()).isNull();
    assertThat(result.bestValue()).isEqualTo(90);
    assertThat(result.bestYears()).isEqualTo("2017, 2020");
  }

  @Test
  void shouldNotRankAMetricThatHasNoBetterDirection() {
    ComparisonResult result = Comparison.of(Metric.CASES_FILED, 10, TEN_YEARS);

    assertThat(result.rank()).isNull();
    assertThat(result.bestValue()).isNull();
    assertThat(result.bestYears()).isNull();
    assertThat(result.worstYears()).isNull();
    assertThat(result.yearsCompared()).isEqualTo(10);
    assertThat(result.changePercent()).isEqualTo(-32.5);
    assertThat(result.pValue()).isNotNull();
  }

  @Test
  void shouldCompareNothingWhereNothingIsHeld() {
    List<YearValue> years =
        List.of(
            unavailable(2024, Availability.NOT_BOOKED), unavailable(2023, Availability.NOT_BOOKED));

    ComparisonResult result = Comparison.of(Metric.LOSS, 2, years);

    assertThat(result.yearsCompared()).isZero();
    assertThat(result.value()).isNull();
    assertThat(result.bestYears()).isNull();
  }

  @Test
  void shouldRankZeroDaysByTheDaysThatAreNotZero() {
    // given as many days that are not zero in 2024, a leap year, as in 2022, and fewer in 2023
    List<YearValue> years =
        List.of(ofDays(2024, 29, 60), ofDays(2023, 29, 59), ofDays(2022, 28, 59));

    ComparisonResult result = Comparison.of(Metric.ZERO_INCIDENT_DAYS, 3, years);

    assertThat(result.rank()).isEqualTo(2);
    assertThat(result.value()).isEqualTo(29);
    assertThat(result.bestYears()).isEqualTo("2023");
    assertThat(result.worstYears()).isEqualTo("2022, 2024");
    assertThat(result.worstValue()).isEqualTo(29);
    assertThat(result.recordReasonEn())
        .isEqualTo(
            "2024 with 29 of 60 days ranks 2, tied with 2022, among the 3 same periods of 2022 to"
                + " 2024; the highest is 2023 with 29 of 59 days");
  }

  @Test
  void shouldLetALeapDayDecideNothingBetweenRunsOfWholeWindows() {
    // given a whole window without an incident in each year
    List<YearValue> whole =
        List.of(ofDays(2024, 60, 60), ofDays(2023, 59, 59), ofDays(2022, 7, 59));

    ComparisonResult result = Comparison.of(Metric.LONGEST_ZERO_RUN_DAYS, 3, whole);

    assertThat(result.record()).isEqualTo(RecordStanding.EQUALS_BEST);
    assertThat(result.bestYears()).isEqualTo("2023, 2024");

    // given runs inside the window, of which the longer one is longer whatever the window
    List<YearValue> inside = List.of(ofDays(2024, 17, 60), ofDays(2023, 16, 59));

    assertThat(Comparison.of(Metric.LONGEST_ZERO_RUN_DAYS, 2, inside).record())
        .isEqualTo(RecordStanding.BEST);
  }

  @Test
  void shouldNotRankASumBelowZero() {
    ComparisonResult current = Comparison.of(Metric.INCIDENTS_REPORTED, 3, whole(-1, 4, 5));
    ComparisonResult earlier = Comparison.of(Metric.INCIDENTS_REPORTED, 3, whole(4, -1, 5));

    assertThat(current.value()).isEqualTo(-1);
    assertThat(current.priorValue()).isEqualTo(4);
    assertThat(current.change()).isEqualTo(-5);
    assertThat(current.changePercent()).isNull();
    assertThat(current.perDayChangePercent()).isNull();
    assertThat(current.rank()).isNull();
    assertThat(current.bestYears()).isEqualTo("2023");
    assertThat(earlier.rank()).isEqualTo(1);
    assertThat(earlier.yearsCompared()).isEqualTo(2);
    assertThat(List.of(current.record(), earlier.record()))
        .containsOnly(RecordStanding.UNDETERMINED);
    assertThat(earlier.recordReasonZh()).endsWith("最少的：2023年接报的撤销多于登记，合计小于零");
    assertThat(earlier.recordReasonEn())
        .endsWith("2022 to 2024: more was withdrawn than reported in 2023, a sum below zero");
  }
}
