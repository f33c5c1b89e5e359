package io.tongqi.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.apache.commons.statistics.inference.BinomialTest;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EqualRatesTest {
  /**
   * The first is the example of R's binom.test(682, 925, p = 3/4), the second that of
   * poisson.test(c(11, 6+8+7), c(800, 1083+1050+878)); the others are binom.test(k, n, p).
   */
  @ParameterizedTest
  @CsvSource({
    "682, 3, 243, 1, 0.3824915595748517",
    "11, 800, 21, 3011, 0.0796686330333295",
    "5, 181, 12, 182, 0.14348893103352156",
    "120, 181, 198, 182, 1.4695753648371606e-05",
    "394, 181, 650, 182, 3.658709354607265e-15",
    "3, 28, 10, 28, 0.09228515625",
    "5, 28, 14, 28, 0.063568115234375",
    "10, 28, 22, 28, 0.050102459732443094",
    "0, 28, 6, 28, 0.03125",
    "7, 1, 13, 2, 1"
  })
  void shouldGiveTheValuesOfOtherPrograms(
      long count, int days, long priorCount, int priorDays, double expected) {
    assertThat(EqualRates.pValue(count, days, priorCount, priorDays))
        .isCloseTo(expected, Percentage.withPercentage(1e-7));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 2", "2, 1", "181, 182", "29, 28", "365, 366", "40, 40", "1, 30"})
  void shouldAgreeWithAddingUpEveryOutcomeInWholeNumbers(int days, int priorDays) {
    for (int total = 0; total <= 40; total++) {
      for (int count = 0; count <= total; count++) {
        assertThat(EqualRates.pValue((long) count, days, (long) total - count, priorDays))
            .as("%d of %d on %d and %d days", count, total, days, priorDays)
            .isCloseTo(addedUp(count, total, days, priorDays), Percentage.withPercentage(1e-7));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "10000, 9700",
    "100000, 99000",
    "100000, 100400",
    "500000, 500000",
    "500000, 498000",
    "0, 1000000",
    "1000000, 0",
    "2000000, 2010000",
    "1073741823, 1073741800"
  })
  void shouldAgreeWithTheLibraryOnLargeCounts(long count, long priorCount) {
    int total = (int) (count + priorCount);
    double library =
        BinomialTest.withDefaults().test(total, (int) count, 181.0 / (181 + 182)).getPValue();

    assertThat(EqualRates.pValue(count, 181, priorCount, 182)).isCloseTo(library, within(1e-6));
  }

  @Test
  void shouldBeSymmetric() {
    assertThat(EqualRates.pValue(31L, 28, 52L, 29))
        .isCloseTo(EqualRates.pValue(52L, 29, 31L, 28), within(1e-12));
  }

  @Test
  void shouldSeeNoDifferenceBetweenNothingAndNothing() {
    assertThat(EqualRates.pValue(0L, 181, 0L, 182)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    ", 181, 5, 181",
    "5, 181, , 181",
    "-1, 181, 5, 181",
    "5, 181, -1, 181",
    "5, 0, 5, 181",
    "5, 181, 5, 0",
    "2147483647, 181, 0, 181",
    "9223372036854775807, 181, 9223372036854775807, 181"
  })
  void shouldGiveNothingWhereThereIsNothingToTest(
      Long count, int days, Long priorCount, int priorDays) {
    assertThat(EqualRates.pValue(count, days, priorCount, priorDays)).isNull();
  }

  private static double addedUp(int count, int total, int days, int priorDays) {
    BigInteger observed = weight(count, total, days, priorDays);
    BigInteger sum = BigInteger.ZERO;
    for (int outcome = 0; outcome <= total; outcome++) {
      BigInteger weight = weight(outcome, total, days, priorDays);
      if (weight.compareTo(observed) <= 0) {
        sum = sum.add(weight);
      }
    }
    BigInteger all = BigInteger.valueOf(days + priorDays).pow(total);
    return new BigDecimal(sum).divide(new BigDecimal(all), MathContext.DECIMAL64).doubleValue();
  }

  private static BigInteger weight(int count, int total, int days, int priorDays) {
    BigInteger ways = BigInteger.ONE;
    for (int i = 0; i < count; i++) {
      ways = ways.multiply(BigInteger.valueOf(total - i)).divide(BigInteger.valueOf(i + 1));
    }
    return ways.multiply(BigInteger.valueOf(days).pow(count))
        .multiply(BigInteger.valueOf(priorDays).pow(total - count));
  }

  /**
   * Where nothing changed, large counts are found to differ in one of twenty comparisons. Small
   * ones in fewer: few outcomes are possible, and the test never promises more than it can hold.
   */
  @ParameterizedTest
  @CsvSource({
    "1, 0, 0.01",
    "3, 0.005, 0.03",
    "10, 0.02, 0.045",
    "50, 0.03, 0.05",
    "2000, 0.04, 0.06",
    "100000, 0.04, 0.06"
  })
  void shouldHardlyEverFindAChangeWhereThereIsNone(double a181Days, double atLeast, double atMost) {
    // given
    SplittableRandom random = new SplittableRandom(11);
    PoissonDistribution counts = PoissonDistribution.of(a181Days);
    PoissonDistribution ofLeapYears = PoissonDistribution.of(a181Days / 181 * 182);
    int times = 20_000;
    int found = 0;

    // when
    for (int time = 0; time < times; time++) {
      long count = ofLeapYears.inverseCumulativeProbability(random.nextDouble());
      long prior = counts.inverseCumulativeProbability(random.nextDouble());
      found += EqualRates.pValue(count, 182, prior, 181) < 0.05 ? 1 : 0;
    }

    // then
    assertThat(found / (double) times).isBetween(atLeast, atMost);
  }
}
