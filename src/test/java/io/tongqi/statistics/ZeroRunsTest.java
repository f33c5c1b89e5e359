package io.tongqi.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class ZeroRunsTest {
  @Test
  void shouldCountDaysWithoutIncidentsAndTheLatestOfEqualRuns() {
    assertThat(ZeroRuns.of(days(3, 7), days(), 0, 9)).isEqualTo(new ZeroRuns(8, 0, 3, 4));
  }

  @Test
  void shouldBreakRunsAtUnknownDays() {
    assertThat(ZeroRuns.of(days(), days(4), 0, 9)).isEqualTo(new ZeroRuns(9, 1, 5, 5));
  }

  @Test
  void shouldNotCountADayTwiceThatHasIncidentsAndIsUnknown() {
    assertThat(ZeroRuns.of(days(0), days(0, 1), 0, 2)).isEqualTo(new ZeroRuns(1, 2, 1, 2));
  }

  @Test
  void shouldLeaveOutDaysBeforeAndAfterTheWindow() {
    assertThat(ZeroRuns.of(days(5), days(), 3, 6)).isEqualTo(new ZeroRuns(3, 0, 2, 3));
  }

  @Test
  void shouldHaveNoRunWhereEveryDayHasIncidents() {
    assertThat(ZeroRuns.of(days(0, 1, 2), days(), 0, 2)).isEqualTo(new ZeroRuns(0, 0, 0, -1));
  }

  private static BitSet days(int... numbers) {
    BitSet days = new BitSet();
    for (int number : numbers) {
      days.set(number);
    }
    return days;
  }
}
