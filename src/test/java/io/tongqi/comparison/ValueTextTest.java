package io.tongqi.comparison;

import static io.tongqi.comparison.Values.rate;
import static io.tongqi.comparison.Values.year;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.domain.Bilingual;
import io.tongqi.domain.Metric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueTextTest {
  @ParameterizedTest
  @CsvSource({
    "INCIDENTS_REPORTED, 1, 1起, 1 incident",
    "CASES_CLEARED, 1234567, 1234567起, 1234567 cases",
    "INJURIES, 1, 1人, 1 injury",
    "LONGEST_ZERO_RUN_DAYS, 0, 0天, 0 days",
    "RECOVERED, 123456789012, 1234567890.12, 1234567890.12",
    "RECOVERED, 5, 0.05, 0.05",
    "RECOVERED, -100, -1.00, -1.00"
  })
  void shouldGiveWholeNumbersTheirUnit(Metric metric, long value, String zh, String en) {
    assertThat(ValueText.of(metric, year(2024, value, 0))).isEqualTo(new Bilingual(zh, en));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 3, 33.33%",
    "2, 3, 66.67%",
    "1, 2, 50%",
    "1, 8, 12.5%",
    "16, 16, 100%",
    "99999, 100000, 99.99%",
    "21, 20, 105%",
    "0, 7, 0%",
    "1, 1000000, 0%"
  })
  void shouldGiveRatesAtMostTwoDecimalsAndTheirFraction(
      long numerator, long denominator, String percent) {
    assertThat(ValueText.of(Metric.CLEARANCE_RATE, rate(2024, numerator, denominator)).en())
        .isEqualTo("%s (%d/%d)", percent, numerator, denominator);
  }

  @Test
  void shouldGiveTheFractionOfARecoveryRateAsMoney() {
    assertThat(ValueText.of(Metric.RECOVERY_RATE, rate(2024, 25050, 100000)).zh())
        .isEqualTo("25.05%（250.50/1000.00）");
  }
}
