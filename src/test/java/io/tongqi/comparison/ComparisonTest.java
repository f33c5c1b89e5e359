package io.tongqi.comparison;

import static io.tongqi.comparison.Values.rate;
import static io.tongqi.comparison.Values.replaced;
import static io.tongqi.comparison.Values.unavailable;
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
    YearValue partial = new YearValue(2023, 60.0, null, null, 181, Availability.PARTLY_COVERED, 0);

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
    YearValue partial = new YearValue(2024, 20.0, null, null, 181, Availability.PARTLY_COVERED, 0);

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
}
