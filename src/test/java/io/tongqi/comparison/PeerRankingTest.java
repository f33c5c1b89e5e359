package io.tongqi.comparison;

import static io.tongqi.comparison.Values.rate;
import static io.tongqi.comparison.Values.unavailable;
import static io.tongqi.comparison.Values.year;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.domain.Metric;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PeerRankingTest {
  private static final PeerRank NONE = new PeerRank(null, null);

  @Test
  void shouldRankAreasByExactFraction() {
    Map<String, YearValue> areas =
        Map.of("A", rate(2024, 1, 3), "B", rate(2024, 2, 6), "C", rate(2024, 1, 2));

    assertThat(PeerRanking.of(Metric.CLEARANCE_RATE, areas))
        .containsOnly(
            Map.entry("A", new PeerRank(2, 3)),
            Map.entry("B", new PeerRank(2, 3)),
            Map.entry("C", new PeerRank(1, 3)));
  }

  @Test
  void shouldNotCountAnAreaWithARateOfNothing() {
    Map<String, YearValue> areas =
        Map.of("A", rate(2024, 1, 3), "B", rate(2024, 0, 0), "C", rate(2024, 1, 2));

    assertThat(PeerRanking.of(Metric.CLEARANCE_RATE, areas))
        .containsOnly(
            Map.entry("A", new PeerRank(2, 2)),
            Map.entry("B", new PeerRank(null, 2)),
            Map.entry("C", new PeerRank(1, 2)));
  }

  @Test
  void shouldRankNobodyUnlessAllAreasAreCovered() {
    Map<String, YearValue> areas =
        Map.of(
            "A",
            year(2024, 3, 0),
            "B",
            year(2024, 4, 0),
            "C",
            unavailable(2024, Availability.PARTLY_COVERED));

    assertThat(PeerRanking.of(Metric.DEATHS, areas).values()).containsOnly(NONE);
  }

  @Test
  void shouldRankNobodyWithoutPeersOrWithoutABetterDirection() {
    assertThat(PeerRanking.of(Metric.DEATHS, Map.of("A", year(2024, 3, 0))).values())
        .containsOnly(NONE);
    assertThat(
            PeerRanking.of(Metric.CASES_FILED, Map.of("A", year(2024, 3, 0), "B", year(2024, 4, 0)))
                .values())
        .containsOnly(NONE);
  }
}
