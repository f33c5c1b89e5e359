package io.tongqi.comparison;

import static io.tongqi.comparison.Values.rate;
import static io.tongqi.comparison.Values.replaced;
import static io.tongqi.comparison.Values.unavailable;
import static io.tongqi.comparison.Values.whole;
import static io.tongqi.comparison.Values.year;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.domain.Metric;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {
  private static final List<YearValue> FIVE_YEARS = whole(81, 120, 90, 90, 130);

  @Test
  void shouldNameTheNextYearsOfABest() {
    assertVerdict(
        Comparison.of(Metric.INCIDENTS_REPORTED, 5, FIVE_YEARS),
        RecordStanding.BEST,
        "2024年为81起，是2020—2024年5个同期中最少的；其次是2021—2022年，为90起",
        "2024 with 81 incidents is the lowest of the 5 same periods of 2020 to 2024; next is 2021"
            + " to 2022 with 90 incidents");
  }

  @Test
  void shouldNameTheYearsThatABestTies() {
    assertVerdict(
        Comparison.of(Metric.DEATHS, 5, whole(1, 2, 1, 3, 1)),
        RecordStanding.EQUALS_BEST,
        "2024年为1人，与2020年、2022年持平，同为2020—2024年5个同期中最少的",
        "2024 with 1 death equals 2020, 2022, together the lowest of the 5 same periods of 2020 to"
            + " 2024");
  }

  @Test
  void shouldNameTheYearThatWasBetterAndItsValue() {
    assertVerdict(
        Comparison.of(Metric.ZERO_INCIDENT_DAYS, 3, whole(28, 31, 30)),
        RecordStanding.NOT_BEST,
        "2024年为28天，在2022—2024年3个同期中排第3位；2023年更多，为31天",
        "2024 with 28 days ranks 3 among the 3 same periods of 2022 to 2024; the highest is 2023"
            + " with 31 days");
  }

  @Test
  void shouldShowRatesInPercentWithTheirFractions() {
    List<YearValue> years = List.of(rate(2024, 13, 16), rate(2023, 99_999, 100_000));

    assertVerdict(
        Comparison.of(Metric.COHORT_CLEARANCE_RATE, 2, years),
        RecordStanding.NOT_BEST,
        "2024年为81.25%（13/16），在2023—2024年2个同期中排第2位；2023年更高，为99.99%（99999/100000）",
        "2024 with 81.25% (13/16) ranks 2 among the 2 same periods of 2023 to 2024; the highest is"
            + " 2023 with 99.99% (99999/100000)");
  }

  @Test
  void shouldWithholdAClaimWhenTheFirstYearsAreMissing() {
    assertVerdict(
        Comparison.of(Metric.INCIDENTS_REPORTED, 7, FIVE_YEARS),
        RecordStanding.UNDETERMINED,
        "无法判定2024年是否为2018—2024年7个同期中最少的：缺少2018—2019年的同期值",
        "Cannot be determined whether 2024 is the lowest of the 7 same periods of 2018 to 2024: no"
            + " value is given for 2018 to 2019");
  }

  @Test
  void shouldNameEveryProblemWithItsYears() {
    List<YearValue> years =
        List.of(
            year(2024, 81, 0),
            unavailable(2023, Availability.PARTLY_COVERED),
            year(2022, 90, 0),
            unavailable(2021, Availability.NOT_HELD),
            unavailable(2020, Availability.NOT_HELD));

    assertVerdict(
        Comparison.of(Metric.INCIDENTS_REPORTED, 5, years),
        RecordStanding.UNDETERMINED,
        "无法判定2024年是否为2020—2024年5个同期中最少的：2020—2021年没有收到数据；2023年数据不全，时段内有日期未收到数据",
        "Cannot be determined whether 2024 is the lowest of the 5 same periods of 2020 to 2024: no"
            + " data are held for 2020 to 2021; some days of the window have no data in 2023");
  }

  @ParameterizedTest
  @CsvSource({
    "NOT_HELD, 2020年没有收到数据, no data are held for 2020",
    "PARTLY_COVERED, 2020年数据不全，时段内有日期未收到数据, some days of the window have no data in 2020",
    "WINDOW_UNDEFINED, 2020年没有对应的同期时段, the window does not exist in 2020",
    "NOT_COMPARABLE, 2020年的单位或类别尚未设立或口径不同，不可比, the area or category group did not exist or is not"
        + " comparable in 2020",
    "TOO_COARSE, 2020年的数据只到月或年，无法按日截取, the data are dated only by month or year in 2020",
    "NOT_BOOKED, 2020年没有数据来源提供该指标, no source provides the metric for 2020",
    "BEFORE_VERSIONS, 2020年没有可信的录入时间，无法按同龄截取, recording times cannot be trusted for a cut at equal age in"
        + " 2020"
  })
  void shouldSayWhyAYearCannotBeCompared(Availability availability, String zh, String en) {
    ComparisonResult result =
        Comparison.of(
            Metric.INCIDENTS_REPORTED, 5, replaced(FIVE_YEARS, unavailable(2020, availability)));

    assertThat(result.record()).isEqualTo(RecordStanding.UNDETERMINED);
    assertThat(result.recordReasonZh()).endsWith("最少的：" + zh);
    assertThat(result.recordReasonEn()).endsWith("2020 to 2024: " + en);
  }

  @Test
  void shouldWithholdAClaimOnARateOfNothing() {
    List<YearValue> years = List.of(rate(2024, 13, 16), rate(2023, 0, 0), rate(2022, 1, -2));

    ComparisonResult result = Comparison.of(Metric.CLEARANCE_RATE, 3, years);

    assertThat(result.record()).isEqualTo(RecordStanding.UNDETERMINED);
    assertThat(result.recordReasonZh()).endsWith("最高的：2022—2023年的分母不大于零，比率无从计算");
    assertThat(result.recordReasonEn())
        .endsWith("the denominator is not above zero in 2022 to 2023");
    assertThat(result.yearsCompared()).isEqualTo(1);
    assertThat(result.rank()).isEqualTo(1);
  }

  @Test
  void shouldWithholdAClaimOnAMissingValue() {
    List<YearValue> years = replaced(FIVE_YEARS, unavailable(2022, Availability.COVERED));

    assertThat(Comparison.of(Metric.DEATHS, 5, years).recordReasonZh()).endsWith("：2022年没有数值");
  }

  @Test
  void shouldWithholdAClaimOnAMetricWithoutABetterDirection() {
    assertVerdict(
        Comparison.of(Metric.LOSS, 5, FIVE_YEARS),
        RecordStanding.UNDETERMINED,
        "无法判定：该指标的高低本身不分好坏",
        "Cannot be determined: this metric is neither better high nor low");
  }

  @Test
  void shouldWithholdAClaimThatRestsOnOneYear() {
    ComparisonResult result = Comparison.of(Metric.DEATHS, 1, whole(0));

    assertThat(result.record()).isEqualTo(RecordStanding.UNDETERMINED);
    assertThat(result.recordReasonEn()).endsWith("only one year is to be compared");
  }

  private static void assertVerdict(
      ComparisonResult result, RecordStanding standing, String zh, String en) {
    assertThat(result.record()).isEqualTo(standing);
    assertThat(result.recordReasonZh()).isEqualTo(zh);
    assertThat(result.recordReasonEn()).isEqualTo(en);
  }
}
