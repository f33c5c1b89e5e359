package io.tongqi.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tongqi.statistics.Funnel.Unit;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers by R's qbinom, pbinom and dbinom in the formulas of the source. */
class FunnelTest {
  private static final int[] DENOMINATORS = {50, 100, 150, 90, 200, 60, 40, 120, 130, 160};

  @Test
  void shouldGiveExactLimitsWhereNothingIsOverdispersed() {
    Funnel funnel = new Funnel(0.1, 1);

    assertLimits(funnel.limits(50, 0.95), 0.0138629269573, 0.1797227276234);
    assertLimits(funnel.limits(50, 0.998), 0, 0.2401284187524);
    assertLimits(funnel.limits(400, 0.95), 0.0703111559821, 0.1291296450990);
    assertLimits(funnel.limits(20, 0.998), 0, 0.335171821685);
  }

  @Test
  void shouldNotNarrowTheLimitsOfUnitsThatAreAlikerThanChance() {
    // when
    Funnel funnel = Funnel.of(units(16, 31, 46, 28, 62, 19, 12, 37, 40, 49));

    // then
    assertThat(funnel.target()).isCloseTo(0.309090909091, within(1e-9));
    assertThat(funnel.overdispersion()).isEqualTo(1);
  }

  @Test
  void shouldWidenTheLimitsOfUnitsThatDifferMoreThanByChance() {
    // when
    Funnel funnel = Funnel.of(units(5, 45, 45, 40, 60, 30, 9, 21, 33, 90));

    // then
    assertThat(funnel.overdispersion()).isCloseTo(8.6190636658, within(1e-9));
    assertLimits(funnel.limits(100, 0.95), 0.059507610148, 0.607139691499);
    assertLimits(funnel.limitsOfAmounts(100, 0.998), 0, 0.774503119074);
  }

  @Test
  void shouldHoldMostUnitsWhoseRatesAreTheSame() {
    // given
    SplittableRandom random = new SplittableRandom(5);
    Interval limits = new Funnel(0.4, 1).limits(400, 0.95);
    int outside = 0;

    // when
    for (int unit = 0; unit < 40_000; unit++) {
      double rate = random.doubles(400).filter(it -> it < 0.4).count() / 400.0;
      outside += rate < limits.low() || rate > limits.high() ? 1 : 0;
    }

    // then
    assertThat(outside / 40_000.0).isCloseTo(0.05, within(0.01));
  }

  @Test
  void shouldHaveAFunnelWhereAllOrNothingSucceeds() {
    assertLimits(Funnel.of(List.of(new Unit(10, 10), new Unit(5, 5))).limits(7, 0.95), 1, 1);
    assertLimits(Funnel.of(List.of(new Unit(0, 10), new Unit(0, 5))).limits(7, 0.95), 0, 0);
  }

  @Test
  void shouldRefuseUnitsWithoutCases() {
    assertThatThrownBy(() -> Funnel.of(List.of(new Unit(0, 0))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a funnel of units without cases");
  }

  private static List<Unit> units(int... numerators) {
    return IntStream.range(0, numerators.length)
        .mapToObj(it -> new Unit(numerators[it], DENOMINATORS[it]))
        .toList();
  }

  private static void assertLimits(Interval limits, double low, double high) {
    assertThat(limits.low()).isCloseTo(low, within(1e-9));
    assertThat(limits.high()).isCloseTo(high, within(1e-9));
  }

  /** Units of all sizes around one rate, whose own rates differ or do not. */
  @ParameterizedTest
  @CsvSource({"1, 0.045, 0.002", "2, 0.05, 0.002", "4, 0.05, 0.002"})
  void shouldHoldUnitsAsOftenAsTheLimitsTell(
      double overdispersion, double outside95, double outside998) {
    // given
    SplittableRandom random = new SplittableRandom(17);
    NormalDistribution normal = NormalDistribution.of(0, 1);
    double target = 0.4;
    int outside = 0;
    int farOutside = 0;
    int count = 200;
    int times = 100;

    // when
    for (int time = 0; time < times; time++) {
      List<Unit> units =
          IntStream.range(0, count)
              .mapToObj(it -> unit(random, normal, target, overdispersion))
              .toList();
      Funnel funnel = Funnel.of(units);
      for (Unit unit : units) {
        outside += isOutside(unit, funnel.limits((int) unit.denominator(), 0.95)) ? 1 : 0;
        farOutside += isOutside(unit, funnel.limits((int) unit.denominator(), 0.998)) ? 1 : 0;
      }
    }

    // then
    assertThat(outside / (double) (count * times)).isCloseTo(outside95, within(0.01));
    assertThat(farOutside / (double) (count * times)).isCloseTo(outside998, within(0.0025));
  }

  /** Its own rate differs from the target so much that its numerator varies as often as told. */
  private static Unit unit(
      SplittableRandom random, NormalDistribution normal, double target, double overdispersion) {
    int cases = random.nextInt(100, 1000);
    double spread = Math.sqrt((overdispersion - 1) * target * (1 - target) / cases);
    double rate = target + spread * normal.inverseCumulativeProbability(random.nextDouble());
    return new Unit(random.doubles(cases).filter(it -> it < rate).count(), cases);
  }

  private static boolean isOutside(Unit unit, Interval limits) {
    return unit.rate() < limits.low() || unit.rate() > limits.high();
  }
}
