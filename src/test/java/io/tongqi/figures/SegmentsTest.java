package io.tongqi.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.domain.Vintage;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class SegmentsTest {
  private static final LocalDate KNOWN_AT = LocalDate.of(2024, 6, 12);
  private static final Cut MONTH = cut(0, LocalDate.of(2024, 6, 1), LocalDate.of(2024, 6, 10));
  private static final Cut WEEK = cut(1, LocalDate.of(2024, 6, 3), LocalDate.of(2024, 6, 9));

  @Test
  void shouldStartASegmentWhereAWindowStartsOrEndsOrIsCutOff() {
    assertThat(new Segments(List.of(MONTH, WEEK)).calendar())
        .extracting(row -> row.<LocalDate>getAs(0).getDayOfMonth() + " " + day(row, 1))
        .containsExactly(
            "1 1", "2 1", "3 3", "4 3", "5 3", "6 3", "7 3", "8 3", "9 3", "10 10", "11 11",
            "12 11");
  }

  @Test
  void shouldMakeUpEachWindowOfWholeSegments() {
    assertThat(new Segments(List.of(MONTH, WEEK)).ofCuts(List.of(MONTH, WEEK)))
        .extracting(row -> row.getInt(1) + " " + day(row, 5))
        .containsExactly("0 1", "0 3", "0 10", "1 3");
  }

  private static int day(Row row, int column) {
    return row.<LocalDate>getAs(column).getDayOfMonth();
  }

  private static Cut cut(int place, LocalDate firstDay, LocalDate lastDay) {
    return new Cut(
        place,
        Vintage.LATEST,
        new Period("window", 2024, firstDay, lastDay, KNOWN_AT, true),
        KNOWN_AT);
  }
}
