package io.tongqi.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineCountTest {
  private static final LineCount LINES =
      new LineCount(List.of(lines(3, 3, 2), lines(1, 9, 1), lines(8, 9, 4)));

  @Test
  void shouldCountTheLinesThatMayBelongToTheDays() {
    assertThat(LINES.touching(day(3), day(3))).isEqualTo(3);
    assertThat(LINES.touching(day(4), day(7))).isEqualTo(1);
    assertThat(LINES.touching(day(1), day(9))).isEqualTo(7);
    assertThat(LINES.touching(day(9), day(20))).isEqualTo(5);
    assertThat(LINES.touching(day(10), day(20))).isZero();
  }

  private static OpenLine lines(int first, int last, long count) {
    return new OpenLine("calls", day(first), day(last), null, null, count);
  }

  private static LocalDate day(int day) {
    return LocalDate.of(2024, 6, day);
  }
}
