package io.tongqi.comparison;

import static io.tongqi.comparison.Values.year;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.domain.Metric;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * How often honest numbers come out as each record: ten years of Poisson counts of one rate, as a
 * small station has them.
 */
class HonestStationTest {
  private static final int YEARS = 10;
  private static final int STATIONS = 20_000;

  private final Random random = new Random(20240630);

  @Test
  void shouldHardlyEverFindAllYearsEqualWhereSomethingHappens() {
    // given 2 incidents a month, month by month and half-year by half-year
    assertThat(shares(2).get(RecordStanding.ALL_EQUAL)).isLessThan(1e-4);
    assertThat(shares(12).get(RecordStanding.ALL_EQUAL)).isZero();
  }

  @Test
  void shouldFindAllYearsEqualWhereNextToNothingHappens() {
    // given one incident in a hundred years, and one in ten
    assertThat(shares(0.01).get(RecordStanding.ALL_EQUAL)).isBetween(0.89, 0.92);
    assertThat(shares(0.1).get(RecordStanding.ALL_EQUAL)).isBetween(0.35, 0.39);
  }

  @Test
  void shouldLeaveOtherClaimsAsTheyAre() {
    // given a rate at which each of ten years is as likely as another to be the lowest
    Map<RecordStanding, Double> shares = shares(12);

    assertThat(shares.get(RecordStanding.BEST)).isBetween(0.06, 0.1);
    assertThat(shares.get(RecordStanding.BEST) + shares.get(RecordStanding.EQUALS_BEST))
        .isBetween(0.1, 0.15);
    assertThat(shares.get(RecordStanding.UNDETERMINED)).isZero();
  }

  private Map<RecordStanding, Double> shares(double rate) {
    Map<RecordStanding, Double> shares = new EnumMap<>(RecordStanding.class);
    for (RecordStanding standing : RecordStanding.values()) {
      shares.put(standing, 0.0);
    }
    for (int station = 0; station < STATIONS; station++) {
      List<YearValue> years = new ArrayList<>(YEARS);
      for (int year = 2024; year > 2024 - YEARS; year--) {
        years.add(year(year, poisson(rate), 0));
      }
      RecordStanding record = Comparison.of(Metric.INCIDENTS_REPORTED, YEARS, years).record();
      shares.merge(record, 1.0 / STATIONS, Double::sum);
    }
    return shares;
  }

  /** Knuth's way: as many as fit into one unit of time with exponential gaps. */
  private long poisson(double rate) {
    long count = -1;
    for (double time = 0; time < rate; count++) {
      time -= Math.log(1 - random.nextDouble());
    }
    return count;
  }
}
