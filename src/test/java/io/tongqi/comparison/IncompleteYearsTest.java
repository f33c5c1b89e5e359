package io.tongqi.comparison;

import static io.tongqi.comparison.Values.DAYS;
import static io.tongqi.comparison.Values.partly;
import static io.tongqi.comparison.Values.replaced;
import static io.tongqi.comparison.Values.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.domain.Better;
import io.tongqi.domain.Kind;
import io.tongqi.domain.Metric;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Ten years of any numbers, of which days are missing somewhere. */
class IncompleteYearsTest {
  private static final int YEARS = 10;
  private static final List<Gap.State> STATES = List.of(Gap.State.values());

  private final SplittableRandom random = new SplittableRandom(20240630);

  @Test
  void shouldNeverClaimARecordWhereDaysAreMissing() {
    // given
    List<Metric> metrics =
        Arrays.stream(Metric.values())
            .filter(it -> it.kind() != Kind.RATE && it.better() != Better.NEUTRAL)
            .toList();

    for (int time = 0; time < 10_000; time++) {
      Metric metric = metrics.get(random.nextInt(metrics.size()));
      List<YearValue> years = whole(numbers());
      for (int missing = random.nextInt(1, 4); missing > 0; missing--) {
        years = replaced(years, incomplete(2024 - random.nextInt(YEARS)));
      }

      // when
      ComparisonResult result = Comparison.of(metric, YEARS, years);

      // then
      assertThat(result.record())
          .as("%s of %s", metric, years)
          .isEqualTo(RecordStanding.UNDETERMINED);
    }
  }

  /** The current year more often than not better than all others, so that there is a temptation. */
  private long[] numbers() {
    return LongStream.range(0, YEARS)
        .map(it -> it == 0 ? random.nextInt(2) * DAYS : random.nextInt(1, DAYS))
        .toArray();
  }

  private YearValue incomplete(int year) {
    LocalDate first = LocalDate.of(year, 1, 1).plusDays(random.nextInt(DAYS));
    LocalDate last = first.plusDays(random.nextInt(DAYS - first.getDayOfYear() + 1));
    Gap.State state = STATES.get(random.nextInt(STATES.size()));
    Double value = random.nextBoolean() ? null : (double) random.nextInt(DAYS);
    return partly(year, value, new Gap(first, last, state));
  }
}
