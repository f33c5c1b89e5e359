package io.tongqi.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTest {
  /** R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 3. */
  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.2553, 0.3662",
    "15, 148, 0.0624, 0.1605",
    "0, 20, 0.0000, 0.1611",
    "1, 29, 0.0061, 0.1718"
  })
  void shouldGiveThePublishedIntervals(long successes, long trials, double low, double high) {
    Interval interval = Proportion.wilson(successes, trials);

    assertThat(interval.low()).isCloseTo(low, within(5e-5));
    assertThat(interval.high()).isCloseTo(high, within(5e-5));
  }

  @ParameterizedTest
  @CsvSource({"1", "7", "29", "263", "1000000"})
  void shouldReachExactlyOneWhenAllSucceedAndZeroWhenNoneDoes(long trials) {
    assertThat(Proportion.wilson(trials, trials).high()).isEqualTo(1);
    assertThat(Proportion.wilson(0L, trials).low()).isEqualTo(0);
  }

  @Test
  void shouldAgreeWithWilsonsFormula() {
    double z = 1.959963984540054;
    for (long trials = 1; trials <= 60; trials++) {
      for (long successes = 0; successes <= trials; successes++) {
        double share = (double) successes / trials;
        double centre = share + z * z / (2 * trials);
        double spread =
            z * Math.sqrt(share * (1 - share) / trials + z * z / (4.0 * trials * trials));
        double scale = 1 + z * z / trials;

        Interval interval = Proportion.wilson(successes, trials);

        assertThat(interval.low()).isCloseTo((centre - spread) / scale, within(1e-12));
        assertThat(interval.high()).isCloseTo((centre + spread) / scale, within(1e-12));
        assertThat(share).isBetween(interval.low(), interval.high());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({", 10", "3, ", ", ", "0, 0", "1, 0", "-1, 10", "11, 10", "1, -5", "1, 3000000000"})
  void shouldGiveNothingWhereThereIsNoProportion(Long successes, Long trials) {
    assertThat(Proportion.wilson(successes, trials)).isNull();
  }

  /** Of any share in any number of trials, as districts and stations have them. */
  @Test
  void shouldHoldTheTrueShareInNineteenOfTwentyIntervals() {
    // given
    SplittableRandom random = new SplittableRandom(7);
    int times = 50_000;
    int held = 0;

    // when
    for (int time = 0; time < times; time++) {
      double share = random.nextDouble();
      long trials = random.nextInt(5, 500);
      long successes = random.doubles(trials).filter(it -> it < share).count();
      Interval interval = Proportion.wilson(successes, trials);
      held += interval.low() <= share && share <= interval.high() ? 1 : 0;
    }

    // then
    assertThat(held / (double) times).isCloseTo(0.95, within(0.01));
  }
}
