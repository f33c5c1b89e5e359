package io.tongqi.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.domain.Bilingual;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodNameTest {
  @ParameterizedTest
  @CsvSource({
    "2024-01-01, 2024-12-31, 2024年, 2024",
    "2024-01-01, 2024-06-30, 2024年上半年, first half of 2024",
    "2023-07-01, 2023-12-31, 2023年下半年, second half of 2023",
    "2024-04-01, 2024-06-30, 2024年第2季度, quarter 2 of 2024",
    "2024-02-01, 2024-02-29, 2024年2月, February 2024",
    "2024-02-01, 2024-02-28, 2024年2月1日至2024年2月28日, 1 February 2024 to 28 February 2024",
    "2024-02-01, 2024-04-30, 2024年2月1日至2024年4月30日, 1 February 2024 to 30 April 2024"
  })
  void shouldCallDaysWhatPeopleDo(LocalDate first, LocalDate last, String zh, String en) {
    assertThat(PeriodName.of(new DayRange(first, last))).isEqualTo(new Bilingual(zh, en));
  }
}
