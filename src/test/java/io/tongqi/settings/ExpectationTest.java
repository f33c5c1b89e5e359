package io.tongqi.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectationTest {
  @ParameterizedTest(name = "{0} by day {1}: on {2} all has come up to {3}")
  @CsvSource({
    "MONTH, 5, 2024-06-05, 2024-04-30",
    "MONTH, 5, 2024-06-06, 2024-05-31",
    "MONTH, 1, 2024-03-02, 2024-02-29",
    "MONTH, 40, 2024-06-06, 2024-03-31",
    "DAY, 1, 2024-06-05, 2024-06-03",
    "WEEK, 2, 2024-06-04, 2024-05-26",
    "WEEK, 2, 2024-06-05, 2024-06-02"
  })
  void shouldTellUpToWhichDayDeliveriesHaveCome(
      Expectation.Every every, int byDay, LocalDate today, LocalDate covered) {
    assertThat(new Expectation(every, byDay).coveredOn(today)).isEqualTo(covered);
  }
}
