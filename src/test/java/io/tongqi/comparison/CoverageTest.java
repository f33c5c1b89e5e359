package io.tongqi.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongqi.domain.Measure;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageTest {
  private static final List<Measure> PARTS = List.of(Measure.CASES_FILED, Measure.CASES_CLEARED);
  private static final LocalDate DAY = LocalDate.of(2024, 6, 1);

  @Test
  void shouldNameNoPartWhereAllAreCoveredAlike() {
    Coverage held = Coverage.of(Availability.NOT_HELD);

    assertThat(Coverage.worst(PARTS, List.of(held, held))).isEqualTo(held);
  }

  @Test
  void shouldNameThePartOfWhichMoreDaysAreMissing() {
    List<Gap> gaps = List.of(new Gap(DAY, DAY, Gap.State.UNKNOWN));
    Coverage more = Coverage.missing(Availability.PARTLY_COVERED, 2, gaps);
    Coverage less = Coverage.missing(Availability.PARTLY_COVERED, 3, gaps);

    assertThat(Coverage.worst(PARTS, List.of(less, more)))
        .isEqualTo(new Coverage(Availability.PARTLY_COVERED, Measure.CASES_CLEARED, null, 2, gaps));
  }

  @Test
  void shouldRefuseWhatCannotBeSaid() {
    assertThatThrownBy(() -> Coverage.of(Availability.NOT_BEGUN))
        .hasMessage("Comparing a year: NOT_BEGUN without its day or days; give them");
    assertThatThrownBy(() -> Coverage.missing(Availability.PARTLY_COVERED, 3, List.of()))
        .hasMessage("Comparing a year: PARTLY_COVERED without its day or days; give them");
  }
}
