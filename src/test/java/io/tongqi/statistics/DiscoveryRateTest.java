package io.tongqi.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
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
}
