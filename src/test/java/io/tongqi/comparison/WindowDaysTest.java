package io.tongqi.comparison;

import static io.tongqi.comparison.Gap.State.ABSENT;
import static io.tongqi.comparison.Gap.State.UNANSWERED;
import static io.tongqi.comparison.Gap.State.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.comparison.WindowDays.Run;
import org.junit.jupiter.api.Test;

class WindowDaysTest {
  private final WindowDays days = new WindowDays(10);

  @Test
  void shouldBeCoveredUnlessSaid() {
    assertThat(days.covered()).isEqualTo(10);
    assertThat(days.missing(4)).isEmpty();
  }

  @Test
  void shouldCutRunsToTheWindowAndCountADayOnce() {
    days.miss(-5, 1, UNKNOWN);
    days.miss(1, 2, UNKNOWN);
    days.miss(9, 40, UNKNOWN);
    days.miss(50, 60, UNKNOWN);

    assertThat(days.covered()).isEqualTo(6);
    assertThat(days.missing(4)).containsExactly(new Run(0, 2, UNKNOWN), new Run(9, 9, UNKNOWN));
  }

  @Test
  void shouldTellTheStrongestCauseOfADay() {
    days.miss(4, 7, ABSENT);
    days.miss(0, 9, UNKNOWN);
    days.miss(2, 5, UNANSWERED);

    assertThat(days.missing(9))
        .containsExactly(
            new Run(0, 1, UNKNOWN),
            new Run(2, 3, UNANSWERED),
            new Run(4, 7, ABSENT),
            new Run(8, 9, UNKNOWN));
    assertThat(days.missing(2)).hasSize(2);
    assertThat(days.covered()).isZero();
  }
}
