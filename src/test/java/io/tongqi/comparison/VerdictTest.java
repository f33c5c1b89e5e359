package io.tongqi.comparison;

import static io.tongqi.comparison.Values.ofDays;
import static io.tongqi.comparison.Values.partly;
import static io.tongqi.comparison.Values.rate;
import static io.tongqi.comparison.Values.replaced;
import static io.tongqi.comparison.Values.unavailable;
import static io.tongqi.comparison.Values.undelivered;
import static io.tongqi.comparison.Values.whole;
import static io.tongqi.comparison.Values.year;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.domain.Measure;
import io.tongqi.domain.Metric;
import java.time.LocalDate;
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
        "2024年为181天中的28天，在2022—2024年3个同期中排第3位；2023年更多，为181天中的31天",
        "2024 with 28 of 181 days ranks 3 among the 3 same periods of 2022 to 2024; the highest is"
            + " 2023 with 31 of 181 days");
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
            partly(2023, 5.0, undelivered("2023-03-01", "2023-04-30")),
            year(2022, 90, 0),
            unavailable(2021, Availability.NOT_HELD),
            unavailable(2020, Availability.NOT_HELD));

    assertVerdict(
        Comparison.of(Metric.INCIDENTS_REPORTED, 5, years),
        RecordStanding.UNDETERMINED,
        "无法判定2024年是否为2020—2024年5个同期中最少的：2020—2021年没有收到数据；2023年：2023-03-01至2023-04-30（181天中的61天）未收到数据",
        "Cannot be determined whether 2024 is the lowest of the 5 same periods of 2020 to 2024: no"
            + " data are held for 2020 to 2021; 2023: 2023-03-01 to 2023-04-30 (61 of 181 days) is not"
            + " delivered");
  }

  @ParameterizedTest
  @CsvSource({
    "NOT_HELD, 2020年没有收到数据, no data are held for 2020",
    "WINDOW_UNDEFINED, 2020年没有对应的同期时段, the window does not exist in 2020",
    "TOO_COARSE, 2020年的数据只到月或年，无法按日截取, the data are dated only by month or year in 2020",
    "NOT_BOOKED, 2020年没有数据来源提供该指标, no source provides the metric for 2020",
    "BEFORE_VERSIONS, 无从得知2020年当时已掌握哪些记录：没有可信的录入时间，当时也未收齐, 'nothing tells what was known when in"
        + " 2020: no recording times to trust, and not all delivered by then'"
  })
  void shouldSayWhyAYearCannotBeCompared(Availability availability, String zh, String en) {
    ComparisonResult result =
        Comparison.of(
            Metric.INCIDENTS_REPORTED, 5, replaced(FIVE_YEARS, unavailable(2020, availability)));

    assertThat(result.record()).isEqualTo(RecordStanding.UNDETERMINED);
    assertThat(result.recordReasonZh()).endsWith("最少的：" + zh);
    assertThat(result.recordReasonEn()).endsWith("2020 to 2024: " + en);
  }

  @ParameterizedTest
  @CsvSource({
    "NOT_BEGUN, 单位于2021-07-01才设立，2020年没有完整的同期, 'the area began on 2021-07-01 only, too late for 2020'",
    "ENDED, 单位已于2021-07-01撤销，2020年没有完整的同期, 'the area ended on 2021-07-01, too early for 2020'",
    "NOT_COMPARABLE, 单位或类别自2021-07-01起口径才可比，2020年不可比, 'the area or category group is comparable from"
        + " 2021-07-01 on only, not in 2020'"
  })
  void shouldSaySinceWhenAnAreaExistsOrCompares(Availability availability, String zh, String en) {
    Coverage coverage = Coverage.by(availability, LocalDate.of(2021, 7, 1));

    ComparisonResult result =
        Comparison.of(
            Metric.INCIDENTS_REPORTED, 5, replaced(FIVE_YEARS, unavailable(2020, coverage)));

    assertThat(result.record()).isEqualTo(RecordStanding.UNDETERMINED);
    assertThat(result.recordReasonZh()).endsWith("最少的：" + zh);
    assertThat(result.recordReasonEn()).endsWith("2020 to 2024: " + en);
  }

  @Test
  void shouldSayWhichDaysAreMissingAndWhy() {
    List<YearValue> years =
        List.of(
            year(2024, 1, 0),
            partly(2023, 5.0, undelivered("2023-01-05", "2023-01-05"), unanswered("2023-02-01")),
            partly(
                2022,
                5.0,
                undelivered("2022-01-05", "2022-01-06"),
                undelivered("2022-02-05", "2022-02-06"),
                undelivered("2022-03-05", "2022-03-06"),
                undelivered("2022-04-05", "2022-04-06")));

    ComparisonResult result = Comparison.of(Metric.INCIDENTS_REPORTED, 3, years);

    assertThat(result.recordReasonEn())
        .endsWith(
            ": 2022: 2022-01-05 to 2022-01-06, 2022-02-05 to 2022-02-06, 2022-03-05 to 2022-03-06"
                + " and more (8 of 181 days) is not delivered; 2023: 2023-01-05 is not delivered,"
                + " 2023-02-01 (2 of 181 days) is answered for by no source");
    assertThat(result.recordReasonZh())
        .endsWith(
            "：2022年：2022-01-05至2022-01-06、2022-02-05至2022-02-06、2022-03-05至2022-03-06等（181天中的8天）"
                + "未收到数据；2023年：2023-01-05未收到数据，2023-02-01（181天中的2天）没有数据来源负责");
  }

  @Test
  void shouldSayOfAWholeWindowThatNoSourceAnswersForIt() {
    List<Gap> gaps = List.of(unanswered("2023-02-01"));
    YearValue prior = unavailable(2023, Coverage.missing(Availability.NOT_HELD, 0, gaps));

    assertThat(Comparison.of(Metric.DEATHS, 2, List.of(year(2024, 1, 0), prior)).recordReasonEn())
        .endsWith(": no source provides the metric for 2023");
  }

  @Test
  void shouldSayWhichPartOfARateIsMissing() {
    Coverage missing =
        Coverage.worst(
            List.of(Measure.CASES_FILED, Measure.CASES_CLEARED),
            List.of(Coverage.FULL, Coverage.of(Availability.NOT_HELD)));
    List<YearValue> years = List.of(rate(2024, 1, 2), unavailable(2023, missing));

    ComparisonResult result = Comparison.of(Metric.CLEARANCE_RATE, 2, years);

    assertThat(result.recordReasonZh()).endsWith("：破案：2023年没有收到数据");
    assertThat(result.recordReasonEn()).endsWith(": cases cleared: no data are held for 2023");
  }

  @ParameterizedTest
  @CsvSource({
    "CLEARANCE_RATE, 1, 0, 2023年没有立案, nothing was filed in 2023",
    "COHORT_RECOVERY_RATE, 0, 0, 2023年没有损失, nothing was lost in 2023",
    "ARRIVAL_WITHIN_1_MIN_RATE, 0, 0, 2023年没有可计时到场, nothing was timed to arrival in 2023",
    "CLEARANCE_RATE, 1, -2, 2023年立案的撤销多于登记，合计小于零, 'more was withdrawn than filed in 2023, a sum below"
        + " zero'",
    "RECOVERY_RATE, -1, 2, 2023年追赃挽损的撤销多于登记，合计小于零, 'more was withdrawn than recovered in 2023, a sum"
        + " below zero'"
  })
  void shouldWithholdAClaimWhereARateHasNoDenominatorOrIsBelowZero(
      Metric metric, long numerator, long denominator, String zh, String en) {
    List<YearValue> years =
        List.of(rate(2024, 13, 16), rate(2023, numerator, denominator), rate(2022, 1, 2));

    ComparisonResult result = Comparison.of(metric, 3, years);

    assertThat(result.record()).isEqualTo(RecordStanding.UNDETERMINED);
    assertThat(result.recordReasonZh()).endsWith("最高的：" + zh);
    assertThat(result.recordReasonEn()).endsWith("2022 to 2024: " + en);
    assertThat(result.yearsCompared()).isEqualTo(2);
    assertThat(result.rank()).isEqualTo(1);
  }

  @Test
  void shouldSayWhyAShareOfMoreThanTheWholeHasNoValue() {
    YearValue prior = new YearValue(2023, null, 5L, 4L, 181, Availability.COVERED, 0);

    ComparisonResult result =
        Comparison.of(Metric.COHORT_CLEARANCE_RATE, 2, List.of(rate(2024, 1, 2), prior));

    assertThat(result.recordReasonZh()).endsWith("：2023年破案多于立案");
    assertThat(result.recordReasonEn()).endsWith(": more was cleared than filed in 2023");
  }

  @Test
  void shouldSayThatARateIsAboveItsWhole() {
    List<YearValue> years = List.of(rate(2024, 161, 100), rate(2023, 1, 2));

    assertVerdict(
        Comparison.of(Metric.CLEARANCE_RATE, 2, years),
        RecordStanding.BEST,
        "2024年为161%（161/100），是2023—2024年2个同期中最高的；其次是2023年，为50%（1/2）；2024年破案多于立案",
        "2024 with 161% (161/100) is the highest of the 2 same periods of 2023 to 2024; next is 2023"
            + " with 50% (1/2); more was cleared than filed in 2024");
  }

  @Test
  void shouldClaimNothingWhereAllYearsAreEqual() {
    assertVerdict(
        Comparison.of(Metric.DEATHS, 5, whole(0, 0, 0, 0, 0)),
        RecordStanding.ALL_EQUAL,
        "2024年为0人，2020—2024年5个同期均相同，没有高下之分，不作表述",
        "2024 with 0 deaths equals each of the 5 same periods of 2020 to 2024: no contest, so no"
            + " claim");
    assertVerdict(
        Comparison.of(
            Metric.ZERO_DEATH_DAYS, 2, List.of(ofDays(2024, 182, 182), ofDays(2023, 181, 181))),
        RecordStanding.ALL_EQUAL,
        "2024年为182天中的182天，2023—2024年2个同期除闰日外均相同，没有高下之分，不作表述",
        "2024 with 182 of 182 days equals each of the 2 same periods of 2023 to 2024 but for a leap"
            + " day: no contest, so no claim");
  }

  @Test
  void shouldNameTheYearsTiedAtItsOwnRank() {
    assertVerdict(
        Comparison.of(Metric.DEATHS, 5, whole(2, 1, 2, 3, 2)),
        RecordStanding.NOT_BEST,
        "2024年为2人，与2020年、2022年并列，在2020—2024年5个同期中排第2位；2023年更少，为1人",
        "2024 with 2 deaths ranks 2, tied with 2020, 2022, among the 5 same periods of 2020 to 2024;"
            + " the lowest is 2023 with 1 death");
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

  private static Gap unanswered(String day) {
    return new Gap(LocalDate.parse(day), LocalDate.parse(day), Gap.State.UNANSWERED);
  }
}
