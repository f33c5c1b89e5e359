package io.tongqi.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SameDayTest {
  @Test
  void shouldFindLunarNewYearOfAnotherYear() {
    assertThat(SameDay.of(LunarNewYear.day(2024), -1)).contains(LunarNewYear.day(2023));
    assertThat(SameDay.of(LunarNewYear.day(2019), 5)).contains(LunarNewYear.day(2024));
  }

  @Test
  void shouldFindMidAutumnAfterALeapMonth() {
    assertThat(SameDay.of(LocalDate.of(2022, 9, 10), 1)).contains(LocalDate.of(2023, 9, 29));
  }

  @Test
  void shouldFindTheSameDateAndTheSameWeekdayOfTheMonth() {
    assertThat(SameDay.of(LocalDate.of(2024, 2, 29), 1)).contains(LocalDate.of(2025, 2, 28));
    assertThat(SameDay.of(LocalDate.of(2023, 11, 23), 1)).contains(LocalDate.of(2024, 11, 28));
    assertThat(SameDay.of(LocalDate.of(2023, 5, 29), 1)).contains(LocalDate.of(2024, 5, 27));
  }
}
