package io.tongqi.comparison;

import static io.tongqi.comparison.Values.whole;
import static io.tongqi.comparison.Values.year;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongqi.domain.Metric;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparedYearsTest {
  @Test
  void shouldLeaveOutYearsBeforeTheFirstToBeCompared() {
    ComparisonResult result = Comparison.of(Metric.DEATHS, 3, whole(5, 6, 7, 1));

    assertThat(result.yearsCompared()).isEqualTo(3);
    assertThat(result.record()).isEqualTo(RecordStanding.BEST);
  }

  @Test
  void shouldRefuseWhatCannotBeCompared() {
    assertThatThrownBy(() -> Comparison.of(Metric.DEATHS, 10, List.of()))
        .hasMessage("Comparing deaths: 0 of 10 years given; give the current year at least");
    assertThatThrownBy(
            () -> Comparison.of(Metric.DEATHS, 2, List.of(year(2023, 1, 0), year(2024, 1, 0))))
        .hasMessage(
            "Comparing deaths: year 2024 follows year 2023; give each year once, newest first");
    assertThatThrownBy(() -> Comparison.of(Metric.RECOVERY_RATE, 2, whole(1, 1)))
        .hasMessage(
            "Comparing recovery_rate: year 2024 has value 1.0 without its fraction; give numerator"
                + " and denominator");
    assertThatThrownBy(
            () -> new YearValue(2024, Double.NaN, null, null, 181, Availability.COVERED, 0))
        .hasMessage(
            "Comparing year 2024: value NaN is not a number; give null where a rate has no"
                + " denominator");
    assertThatThrownBy(() -> new YearValue(2024, 1.0, null, null, 181, Availability.COVERED, -1))
        .hasMessage(
            "Comparing year 2024: 181 days and -1 lines in quarantine must not be negative; count"
                + " them");
  }
}
