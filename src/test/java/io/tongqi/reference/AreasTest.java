package io.tongqi.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import javax.annotation.Nullable;
import org.junit.jupiter.api.Test;

class AreasTest {
  @Test
  void shouldRollAMergedStationForwardToTheLastSuccessor() {
    Station first = station("101", "2010-01-01", "2014-12-31", "102");
    Station second = station("102", "2010-01-01", "2018-06-30", "103");
    Station third = station("103", "2018-07-01", null, null);

    assertThat(areas(first, second, third)).containsExactly("103", "103", "103");
  }

  @Test
  void shouldKeepAClosedStationWithoutASuccessor() {
    assertThat(areas(station("101", "2010-01-01", "2014-12-31", null))).containsExactly("101");
  }

  @Test
  void shouldTellAnEarlierHolderOfANumberByItsFirstDay() {
    Station earlier = station("101", "2010-01-01", "2014-12-31", null);
    Station later = station("101", "2016-01-01", null, null);

    assertThat(areas(earlier, later)).containsExactly("101@2010-01-01", "101");
  }

  @Test
  void shouldTakeTheHolderOfTheSuccessorsNumberOnTheDayAfter() {
    Station merged = station("100", "2010-01-01", "2012-12-31", "101");
    Station then = station("101", "2010-01-01", "2014-12-31", null);
    Station later = station("101", "2016-01-01", null, null);

    assertThat(areas(merged, then, later))
        .containsExactly("101@2010-01-01", "101@2010-01-01", "101");
  }

  @Test
  void shouldTakeTheNewestHolderWhereNoneIsValidOnTheDayAfter() {
    Station merged = station("100", "2010-01-01", "2015-06-30", "101");
    Station before = station("101", "2010-01-01", "2014-12-31", null);
    Station later = station("101", "2016-01-01", null, null);

    assertThat(areas(merged, before, later)).containsExactly("101", "101@2010-01-01", "101");
  }

  @Test
  void shouldRollForwardToTheSameNumber() {
    Station before = station("101", "2010-01-01", "2014-12-31", "101");
    Station after = station("101", "2015-01-01", null, null);

    assertThat(areas(before, after)).containsExactly("101", "101");
  }

  @Test
  void shouldGiveEachDayOfANumberOneArea() {
    ReferenceData reference =
        ReferenceData.of(
            List.of(
                station("101", "2010-01-01", "2014-12-31", null).withArea("101@2010-01-01"),
                station("101", "2016-01-01", null, null).withArea("101")),
            List.of(),
            List.of(),
            List.of());

    assertThat(reference.stationAreas())
        .containsExactly(
            new StationArea(
                "101",
                LocalDate.of(1, 1, 1),
                LocalDate.of(2015, 12, 31),
                "101@2010-01-01",
                "nanhai"),
            new StationArea(
                "101", LocalDate.of(2016, 1, 1), LocalDate.of(9999, 12, 31), "101", "nanhai"));
  }

  private static List<String> areas(Station... stations) {
    Areas areas = new Areas(List.of(stations));
    return List.of(stations).stream().map(station -> areas.withArea(station).area()).toList();
  }

  private static Station station(
      String number, String from, @Nullable String to, @Nullable String successor) {
    return new Station(
        number,
        LocalDate.parse(from),
        to == null ? null : LocalDate.parse(to),
        "派出所",
        "Station",
        "nanhai",
        successor,
        "");
  }
}
