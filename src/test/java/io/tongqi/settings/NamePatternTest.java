package io.tongqi.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.calendar.DayRange;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternTest {
  @ParameterizedTest
  @CsvSource({
    "calls-(\\d{4}-\\d{2}), yyyy-MM, a/calls-2016-02.csv.gz, 2016-02-01, 2016-02-29",
    "(\\d{8}), yyyyMMdd, calls20160229.csv, 2016-02-29, 2016-02-29",
    "(\\d{6})-(\\d{6}), yyyyMM, 201601-201606.csv, 2016-01-01, 2016-06-30",
    "(\\d{6})(?:-(\\d{6}))?, yyyyMM, 201601.csv, 2016-01-01, 2016-01-31",
    "(\\d{4}), yyyy, cases-2016.json, 2016-01-01, 2016-12-31",
    "(\\d{4}q\\d), yyyy'q'q, 2016q2.csv, 2016-04-01, 2016-06-30",
    "([a-z]+\\d{4}), MMMMyyyy, april2015.csv, 2015-04-01, 2015-04-30",
    "([A-Z]+\\d{4}), MMMMyyyy, APRIL2015.csv, 2015-04-01, 2015-04-30",
    "(\\d{4}年\\d+月), yyyy年M月, 2015年4月.csv, 2015-04-01, 2015-04-30",
  })
  void shouldReadTheDaysOfAName(
      String pattern, String format, String name, LocalDate first, LocalDate last) {
    assertThat(new NamePattern(Pattern.compile(pattern), format).days(name))
        .contains(new DayRange(first, last));
  }

  @ParameterizedTest
  @CsvSource({
    "calls-(\\d{4}-\\d{2}), yyyy-MM, cases-2016-02.csv",
    "calls-(\\d{4}-\\d{2}), yyyy-MM, calls-2016-13.csv",
    "(\\d{8}), yyyyMMdd, 20150229.csv",
    "(\\d{6})-(\\d{6}), yyyyMM, 201606-201601.csv",
  })
  void shouldReadNoDaysWhereThereAreNone(String pattern, String format, String name) {
    assertThat(new NamePattern(Pattern.compile(pattern), format).days(name)).isEmpty();
  }

  @Test
  void shouldTellDaysFromMonths() {
    assertThat(new NamePattern(Pattern.compile("(.*)"), "yyyyMMdd").tellsDays()).isTrue();
    assertThat(new NamePattern(Pattern.compile("(.*)"), "yyyyMM").tellsDays()).isFalse();
  }
}
