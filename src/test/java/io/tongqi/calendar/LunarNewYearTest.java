package io.tongqi.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.util.TimeZone;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LunarNewYearTest {
  /** The calendar published by the Hong Kong Observatory, 2000 to 2050. */
  private static final List<String> PUBLISHED =
      List.of(
          "2000-02-05",
          "2001-01-24",
          "2002-02-12",
          "2003-02-01",
          "2004-01-22",
          "2005-02-09",
          "2006-01-29",
          "2007-02-18",
          "2008-02-07",
          "2009-01-26",
          "2010-02-14",
          "2011-02-03",
          "2012-01-23",
          "2013-02-10",
          "2014-01-31",
          "2015-02-19",
          "2016-02-08",
          "2017-01-28",
          "2018-02-16",
          "2019-02-05",
          "2020-01-25",
          "2021-02-12",
          "2022-02-01",
          "2023-01-22",
          "2024-02-10",
          "2025-01-29",
          "2026-02-17",
          "2027-02-06",
          "2028-01-26",
          "2029-02-13",
          "2030-02-03",
          "2031-01-23",
          "2032-02-11",
          "2033-01-31",
          "2034-02-19",
          "2035-02-08",
          "2036-01-28",
          "2037-02-15",
          "2038-02-04",
          "2039-01-24",
          "2040-02-12",
          "2041-02-01",
          "2042-01-22",
          "2043-02-10",
          "2044-01-30",
          "2045-02-17",
          "2046-02-06",
          "2047-01-26",
          "2048-02-14",
          "2049-02-02",
          "2050-01-23");

  @Test
  void shouldBeThePublishedDay() {
    List<LocalDate> days =
        PUBLISHED.stream()
            .map(LocalDate::parse)
            .map(LocalDate::getYear)
            .map(LunarNewYear::day)
            .toList();

    assertThat(days).extracting(LocalDate::toString).isEqualTo(PUBLISHED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1954-02-03", "2027-02-06", "2030-02-03"})
  void shouldBeThePublishedDayWhenTheNewMoonComesCloseToMidnight(LocalDate published) {
    assertThat(LunarNewYear.day(published.getYear())).isEqualTo(published);
  }

  @ParameterizedTest
  @ValueSource(strings = {"America/Los_Angeles", "UTC", "Asia/Shanghai", "Pacific/Kiritimati"})
  void shouldNotDependOnTheZoneOfTheMachine(String zone) {
    TimeZone ownZone = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone(zone));

      assertThat(LunarNewYear.day(2024)).isEqualTo(LocalDate.of(2024, 2, 10));
    } finally {
      TimeZone.setDefault(ownZone);
    }
  }

  @Test
  void shouldLieBetween21JanuaryAnd21FebruaryOfItsYear() {
    for (int year = 1950; year <= 2100; year++) {
      assertThat(LunarNewYear.day(year))
          .isBetween(LocalDate.of(year, 1, 21), LocalDate.of(year, 2, 21));
    }
  }
}
