package io.tongqi.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTest {
  @ParameterizedTest
  @CsvSource({
    "0, 100, 0.05, false",
    "2, 2, 0.05, false",
    "2, 3, 0.01, false",
    "3, 3, 0.05, true",
    "3, 20, 0.05, true",
    "3, 21, 0.05, false",
    "3, 102, 0.01, true",
    "3, 103, 0.01, false",
    "6, 100, 0.05, false",
    "11, 100, 0.05, true",
    "600, 10000, 0.05, true",
    "500, 10000, 0.05, false",
    "3, 3, 1, false",
    "3, 1000000, 0, true"
  })
  void shouldAskForThreeCasesAndForMoreThanChance(
      long cases, long total, double limit, boolean isExceeded) {
    assertThat(new Share(cases, total).exceeds(limit)).isEqualTo(isExceeded);
  }

  @Test
  void shouldCompareTheShareItselfOfMoreThanAnIntervalCanTell() {
    assertThat(new Share(200_000_000, 3_000_000_000L).exceeds(0.05)).isTrue();
    assertThat(new Share(100_000_000, 3_000_000_000L).exceeds(0.05)).isFalse();
  }

  /** An honest source errs at a fifth of the limit: how likely is the worst size of a batch? */
  @ParameterizedTest
  @CsvSource({"0.05, 0.0012", "0.01, 0.0012"})
  void shouldRefuseHonestBatchesOfTheWorstSizeHardlyEver(double limit, double atMost) {
    double worst =
        LongStream.rangeClosed(1, 3_000)
            .mapToDouble(total -> chance(total, limit, limit / 5))
            .max()
            .orElseThrow();

    assertThat(worst).isBetween(atMost / 2, atMost);
  }

  /** ... and one that errs at a twentieth of it, a typo or two among a thousand lines? */
  @ParameterizedTest
  @CsvSource({"0.05", "0.01"})
  void shouldRefuseCarefulSourcesNever(double limit) {
    for (long total = 1; total <= 3_000; total++) {
      assertThat(chance(total, limit, limit / 20)).isLessThan(0.000021);
    }
  }

  /** Twice the limit, in a month's file of two thousand lines. */
  @ParameterizedTest
  @CsvSource({"0.05", "0.01"})
  void shouldRefuseWhatIsTwiceTheLimitNearlyAlways(double limit) {
    assertThat(chance(2_000, limit, 2 * limit)).isGreaterThan(0.95);
  }

  /**
   * Years of honest corrections: a station of 60 reports a day and 20 updates of earlier ones,
   * delivered each night. One update in fifty moves its record by up to three days, and in January
   * one report in two hundred bears the old year by habit and is corrected within a fortnight.
   */
  @Test
  void shouldTakeCorrectionsOverTheNewYearForWhatTheyAre() {
    Random random = new Random(20240101);
    int nights = 0;
    int refused = 0;
    for (int decade = 0; decade < 20; decade++) {
      LocalDate end = LocalDate.of(2025, 1, 1);
      for (LocalDate day = LocalDate.of(2015, 1, 1); day.isBefore(end); day = day.plusDays(1)) {
        int moved = 0;
        for (int update = 0; update < 20; update++) {
          LocalDate was = day.minusDays(random.nextInt(40));
          LocalDate is = was.plusDays(random.nextInt(7) - 3L);
          moved += random.nextInt(50) == 0 && was.getYear() != is.getYear() ? 1 : 0;
        }
        for (int ago = 1; ago <= 14; ago++) {
          for (int report = 0; report < 60 && day.minusDays(ago).getMonthValue() == 1; report++) {
            moved += random.nextInt(200 * 14) == 0 ? 1 : 0;
          }
        }
        nights++;
        refused += new Share(moved, 80).exceeds(0.01) ? 1 : 0;
      }
    }

    assertThat((double) refused / nights).isLessThan(0.0005);
  }

  /** The chance that so many rows, each odd with this probability, are refused. */
  private static double chance(long total, double limit, double odd) {
    long cases = 3;
    while (cases <= total && !new Share(cases, total).exceeds(limit)) {
      cases++;
    }
    return cases > total
        ? 0
        : BinomialDistribution.of((int) total, odd).survivalProbability((int) cases - 1);
  }
}
