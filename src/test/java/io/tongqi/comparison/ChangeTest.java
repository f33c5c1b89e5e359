package io.tongqi.comparison;

import static io.tongqi.comparison.Values.ofDays;
import static io.tongqi.comparison.Values.rate;
import static io.tongqi.comparison.Values.whole;
import static io.tongqi.comparison.Values.year;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tongqi.domain.Metric;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeTest {
  @Test
  void shouldGiveTheChangeOfARateInPercentagePoints() {
    List<YearValue> years = List.of(rate(2024, 13, 16), rate(2023, 3, 4));

    assertThat(Comparison.of(Metric.COHORT_CLEARANCE_RATE, 2, years).changePoints())
        .isEqualTo(6.25);
  }

  @Test
  void shouldGiveNoPercentOnAPriorOfZeroOrLess() {
    assertThat(Comparison.of(Metric.DEATHS, 2, whole(3, 0)))
        .satisfies(
            result -> {
              assertThat(result.change()).isEqualTo(3);
              assertThat(result.changePercent()).isNull();
              assertThat(result.perDayChangePercent()).isNull();
              assertThat(result.pValue()).isEqualTo(0.25);
              assertThat(result.withinChance()).isTrue();
            });
    assertThat(Comparison.of(Metric.DEATHS, 2, whole(3, -2)))
        .satisfies(
            result -> {
              assertThat(result.change()).isEqualTo(5);
              assertThat(result.changePercent()).isNull();
              assertThat(result.pValue()).isNull();
              assertThat(result.withinChance()).isNull();
            });
  }

  @Test
  void shouldNotSeeALeapDayInTheChangePerDay() {
    // given one incident a day, in January to February of a leap year and of the year before
    List<YearValue> years = List.of(ofDays(2024, 60, 60), ofDays(2023, 59, 59));

    ComparisonResult result = Comparison.of(Metric.INCIDENTS_OCCURRED, 2, years);

    assertThat(result.changePercent()).isCloseTo(1.6949, within(1e-4));
    assertThat(result.perDayChangePercent()).isZero();
    assertThat(result.pValue()).isEqualTo(1);
  }

  @Test
  void shouldTakeTheYearBeforeByItsNumberNotByItsPlace() {
    List<YearValue> years = List.of(year(2024, 5, 0), year(2022, 9, 0));

    assertThat(Comparison.of(Metric.DEATHS, 3, years).priorValue()).isNull();
  }
}
