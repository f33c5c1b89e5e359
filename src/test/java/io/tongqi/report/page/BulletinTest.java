package io.tongqi.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.comparison.RecordStanding;
import io.tongqi.domain.Metric;
import io.tongqi.report.page.StationRates.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BulletinTest {
  @Test
  void shouldFlagFewerChangesWhereManyAreLookedAt() {
    // given twenty changes, of which one alone is less than 5 % likely by chance, but more than a
    // twentieth of that
    List<Figure> figures = new ArrayList<>();
    for (int number = 0; number < 20; number++) {
      figures.add(
          MadeUp.figure(
              Metric.DEATHS,
              MadeUp.compared(RecordStanding.NOT_BEST, -10.0, number == 0 ? 0.04 : 0.5),
              10.0 + number,
              9.0));
    }

    // when
    Bulletin alone = of(figures.subList(0, 1));
    Bulletin amongMany = of(figures);

    // then
    assertThat(alone.beyondChance()).hasSize(1);
    assertThat(amongMany.beyondChance()).isEmpty();
    assertThat(amongMany.withinChance()).hasSize(20);
  }

  private static Bulletin of(List<Figure> figures) {
    return new Bulletin(
        MadeUp.bulletin().heading(),
        List.of(),
        List.of(),
        figures,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  @Test
  void shouldCountADayAsZeroOnlyWhereItIsKnown() {
    DayCalendar.Year year = MadeUp.calendar().years().get(0);

    assertThat(year.zeros()).containsExactly(LocalDate.of(2024, 1, 3), LocalDate.of(2024, 1, 4));
    assertThat(year.isToldByDay()).isTrue();
  }

  @Test
  void shouldNotTellDaysOneByOneThatTheTablesDoNotKnowSo() {
    LocalDate first = LocalDate.of(2024, 1, 1);
    DayCalendar.Year year =
        new DayCalendar.Year(2024, first, first.plusDays(3), Map.of(), Set.of(), 0, 4);

    assertThat(year.isToldByDay()).isFalse();
  }

  @Test
  void shouldPlaceStationsByTheLimitsOfTheirSize() {
    // given stations of one rate, and one that clears hardly anything
    List<StationRates.Station> stations = new ArrayList<>();
    for (long filed = 40; filed <= 140; filed += 5) {
      stations.add(new StationRates.Station(MadeUp.calendar().title(), filed / 2, filed));
    }
    StationRates.Station odd = new StationRates.Station(MadeUp.calendar().title(), 2, 100);
    stations.add(odd);
    StationRates rates = new StationRates(MadeUp.stations().figure(), stations, 0, 10);

    // then
    assertThat(rates.places().get(odd)).isEqualTo(Place.OUTSIDE);
    assertThat(rates.places().get(stations.get(0))).isEqualTo(Place.WITHIN);
  }
}
