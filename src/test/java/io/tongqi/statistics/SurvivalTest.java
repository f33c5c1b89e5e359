package io.tongqi.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tongqi.statistics.Survival.Seen;
import io.tongqi.statistics.Survival.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Held to the remission of acute myelogenous leukaemia of R. G. Miller, Survival Analysis (1981),
 * by {@code summary(survfit(Surv(time, status) ~ x, data = aml))} of R's package survival 3.5.
 */
class SurvivalTest {
  private static final double[][] MAINTAINED = {
    {9, 11, 0.90909090909, 0.08667841720, 0.75413384508, 1.0000000000},
    {13, 10, 0.81818181818, 0.11629129983, 0.61924898740, 1.0000000000},
    {18, 8, 0.71590909091, 0.13966497056, 0.48842628742, 1.0000000000},
    {23, 7, 0.61363636364, 0.15263233103, 0.37686705950, 0.9991576002},
    {31, 5, 0.49090909091, 0.16419326722, 0.25485995120, 0.9455849552},
    {34, 4, 0.36818181818, 0.16266888583, 0.15487711790, 0.8752606781},
    {48, 2, 0.18409090909, 0.15349274579, 0.03591789849, 0.9435257695},
  };

  @Test
  void shouldEstimateWhatRDoes() {
    // when
    List<Step> steps =
        Survival.estimate(
            List.of(
                new Seen(9, 1, 0),
                new Seen(13, 1, 1),
                new Seen(18, 1, 0),
                new Seen(23, 1, 0),
                new Seen(28, 0, 1),
                new Seen(31, 1, 0),
                new Seen(34, 1, 0),
                new Seen(45, 0, 1),
                new Seen(48, 1, 0),
                new Seen(161, 0, 1)));

    // then
    assertThat(steps).hasSize(MAINTAINED.length);
    for (int place = 0; place < MAINTAINED.length; place++) {
      Step step = steps.get(place);
      double[] actual = {
        step.age(), step.atRisk(), step.survival(), step.error(), step.low(), step.high()
      };
      assertThat(actual).containsExactly(MAINTAINED[place], within(1e-9));
    }
  }

  @Test
  void shouldEndWithNobodyWhenAllEnded() {
    // when
    List<Step> steps =
        Survival.estimate(List.of(new Seen(5, 2, 0), new Seen(8, 2, 1), new Seen(12, 1, 0)));

    // then
    Step last = steps.get(2);
    assertThat(last.survival()).isZero();
    assertThat(last.high()).isNaN();
    assertThat(steps.get(0).survival()).isEqualTo(4 / 6.0);
  }

  @Test
  void shouldHaveNoStepWhereNothingEnded() {
    assertThat(Survival.estimate(List.of(new Seen(5, 0, 7)))).isEmpty();
    assertThat(Survival.estimate(List.of())).isEmpty();
  }
}
