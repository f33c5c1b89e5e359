package io.tongqi.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RetentionTest {
  private static final List<LocalDate> HELD =
      Stream.concat(
              Stream.of(LocalDate.of(2024, 2, 29), LocalDate.of(2024, 3, 15)),
              LocalDate.of(2024, 6, 1).datesUntil(LocalDate.of(2024, 6, 10)))
          .toList();

  @Test
  void shouldKeepTheLastSevenDaysAndTheEndsOfMonths() {
    assertThat(Retention.dropped(HELD, LocalDate.of(2024, 6, 9)))
        .containsExactly(
            LocalDate.of(2024, 3, 15), LocalDate.of(2024, 6, 1), LocalDate.of(2024, 6, 2));
  }

  @Test
  void shouldKeepTheDayThatWasJustComputedHoweverOld() {
    assertThat(Retention.dropped(HELD, LocalDate.of(2024, 3, 15)))
        .containsExactly(LocalDate.of(2024, 6, 1), LocalDate.of(2024, 6, 2));
  }

  @Test
  void shouldDropNothingOfSevenDays() {
    assertThat(Retention.dropped(HELD.subList(2, 9), LocalDate.of(2024, 6, 7))).isEmpty();
  }
}
