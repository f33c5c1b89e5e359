package io.tongqi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.calendar.DayRange;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReceiptTest {
  private static final Receipt JUNE = receipt("2024-06-01", "2024-06-30", null);

  @Test
  void shouldAnswerForDaysThatAnotherFileAnswersFor() {
    assertThat(JUNE.answersForDaysOf(receipt("2024-06-30", "2024-07-31", null))).isTrue();
    assertThat(JUNE.answersForDaysOf(receipt("2024-07-01", "2024-07-31", null))).isFalse();
    assertThat(JUNE.answersForDaysOf(receipt("2024-05-01", "2024-05-31", null))).isFalse();
    assertThat(JUNE.answersForDaysOf(receipt("2024-01-01", "2024-12-31", "101"))).isTrue();
  }

  @Test
  void shouldTellFilesOfDifferentStationsApart() {
    Receipt one = receipt("2024-06-01", "2024-06-30", "101");

    assertThat(one.answersForDaysOf(receipt("2024-06-01", "2024-06-30", "102"))).isFalse();
    assertThat(one.answersForDaysOf(receipt("2024-06-01", "2024-06-30", "101"))).isTrue();
    assertThat(one.answersForDaysOf(JUNE)).isTrue();
  }

  private static Receipt receipt(String first, String last, String station) {
    return new Receipt(
        "sums",
        "ledger",
        Optional.empty(),
        new DeliveredFile("sums.csv", "", "", 0, 0, "UTF-8"),
        "",
        "",
        Optional.empty(),
        List.of(new DayRange(LocalDate.parse(first), LocalDate.parse(last))),
        Optional.ofNullable(station).map(List::of),
        Optional.empty(),
        RowCounts.NONE,
        0,
        "",
        "",
        1);
  }
}
