package io.tongqi.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class DiscoveryRateTest {
  @Test
  void shouldAdjustAsRDoes() {
    // R: p.adjust(c(0.01, 0.02, 0.03, 0.04, 0.05, 0.5, 0.04, 0.0001), "BH")
    double[] probabilities = {0.01, 0.02, 0.03, 0.04, 0.05, 0.5, 0.04, 0.0001};

    assertThat(DiscoveryRate.adjusted(probabilities))
        .containsExactly(
            new double[] {
              0.04,
              0.05333333333,
              0.05333333333,
              0.05333333333,
              0.05714285714,
              0.5,
              0.05333333333,
              0.0008
            },
            within(1e-9));
    assertThat(DiscoveryRate.adjusted(new double[0])).isEmpty();
  }

  @Test
  void shouldRarelyDiscoverAnythingAmongMereChance() {
    // given
    SplittableRandom random = new SplittableRandom(3);
    int times = 10_000;

    // when
    long discovered =
        DoubleStream.generate(
                () ->
                    DoubleStream.of(
                            DiscoveryRate.adjusted(
                                DoubleStream.generate(random::nextDouble).limit(100).toArray()))
                        .min()
                        .orElseThrow())
            .limit(times)
            .filter(it -> it <= 0.05)
            .count();

    // then
    assertThat(discovered / (double) times).isCloseTo(0.05, within(0.01));
  }

  /** A fifth of what is looked at has changed, which makes it three deviations less likely. */
  @Test
  void shouldKeepFalseDiscoveriesBelowOneInTwentyAmongTrueOnes() {
    // given
    SplittableRandom random = new SplittableRandom(13);
    NormalDistribution chance = NormalDistribution.of(0, 1);
    int changed = 20;
    int times = 5_000;
    double falseShares = 0;
    long trueFound = 0;

    // when
    for (int time = 0; time < times; time++) {
      double[] adjusted = DiscoveryRate.adjusted(probabilities(random, chance, changed));
      long found = Arrays.stream(adjusted).filter(it -> it <= 0.05).count();
      long right = Arrays.stream(adjusted).limit(changed).filter(it -> it <= 0.05).count();
      falseShares += found == 0 ? 0 : (found - right) / (double) found;
      trueFound += right;
    }

    // then
    assertThat(falseShares / times).isBetween(0.03, 0.05);
    assertThat(trueFound / (double) times / changed).isGreaterThan(0.5);
  }

  private static double[] probabilities(
      SplittableRandom random, NormalDistribution chance, int changed) {
    return IntStream.range(0, 100)
        .mapToDouble(
            it -> chance.inverseCumulativeProbability(random.nextDouble()) + (it < changed ? 3 : 0))
        .map(chance::survivalProbability)
        .toArray();
  }
}
