package io.tongqi.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class MetricTest {
  @Test
  void shouldTestCountsOnly() {
    assertThat(columns(Metric::tested))
        .containsExactly(
            "incidents_reported",
            "incidents_occurred",
            "cases_filed",
            "cases_cleared",
            "cases_cleared_current",
            "cases_cleared_backlog",
            "deaths",
            "injuries");
  }

  @Test
  void shouldGiveIntervalsToTrueProportionsOnly() {
    assertThat(columns(Metric::isProportion))
        .containsExactly(
            "cohort_clearance_rate",
            "cohort_clearance_to_date_rate",
            "arrival_within_1_min_rate",
            "arrival_within_3_min_rate",
            "arrival_within_5_min_rate",
            "cleared_within_1h_rate",
            "cleared_within_24h_rate");
  }

  @Test
  void shouldNeedDaysForZeroDaysOnly() {
    assertThat(columns(Metric::needsDayResolution))
        .containsExactly(
            "zero_incident_days",
            "longest_zero_run_days",
            "zero_occurrence_days",
            "longest_zero_occurrence_run_days",
            "zero_death_days",
            "longest_zero_death_run_days");
  }

  @Test
  void shouldHaveNoBetterDirectionForFilingsAndLoss() {
    assertThat(columns(metric -> metric.better() == Better.NEUTRAL))
        .containsExactly("cases_filed", "loss");
  }

  @Test
  void shouldHaveAFractionForEveryRateAndForNothingElse() {
    for (Metric metric : Metric.values()) {
      boolean isRate = metric.kind() == Kind.RATE;
      assertThat(metric.numerator().isPresent()).as(metric.column()).isEqualTo(isRate);
      assertThat(metric.denominator().isPresent()).as(metric.column()).isEqualTo(isRate);
      assertThat(metric.part().isPresent()).as(metric.column()).isEqualTo(isRate);
      assertThat(metric.whole().isPresent()).as(metric.column()).isEqualTo(isRate);
    }
    assertThat(Metric.ARRIVAL_WITHIN_3_MIN_RATE.numerator()).hasValue("arrived_within_180s");
    assertThat(Metric.ARRIVAL_WITHIN_3_MIN_RATE.denominator()).hasValue("arrivals_timed");
    assertThat(Metric.COHORT_RECOVERY_RATE.part()).hasValue(Measure.RECOVERED_CENTS);
    assertThat(Metric.COHORT_RECOVERY_RATE.whole()).hasValue(Measure.LOSS_CENTS);
    assertThat(Metric.COHORT_RECOVERY_RATE.measures())
        .containsExactlyInAnyOrder(Measure.RECOVERED_CENTS, Measure.LOSS_CENTS);
  }

  private static List<String> columns(Predicate<Metric> filter) {
    return Arrays.stream(Metric.values()).filter(filter).map(Metric::column).toList();
  }
}
