package io.tongqi.claims;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.claims.Judgement.Verdict;
import io.tongqi.claims.Statement.Subject;
import io.tongqi.domain.Area;
import io.tongqi.domain.AreaLevel;
import io.tongqi.domain.Bilingual;
import io.tongqi.domain.Comparator;
import io.tongqi.domain.Metric;
import io.tongqi.domain.RecordTrait;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {
  private static final Bilingual REASON = new Bilingual("因为", "because");
  private static final Evidence DEATHS =
      new Evidence(5.0, 12.0, null, null, 1.0, 1.0, 10, 1, 5, 5, "best", REASON, true, null);
  private static final Evidence RATE =
      new Evidence(
          88 / 128.0, 65 / 138.0, 88.0, 128.0, 1.0, 1.0, 10, 1, 1, 5, "best", REASON, null, null);

  private static Statement statement(Metric metric, String group, Comparator said, String value) {
    BigDecimal number = value.isEmpty() ? null : new BigDecimal(value);
    boolean isRounded = said == Comparator.CHANGE_PCT || said == Comparator.CHANGE_POINTS;
    BigDecimal precision =
        number == null || (number.scale() == 0 && !isRounded)
            ? BigDecimal.ZERO
            : BigDecimal.ONE.movePointLeft(number.scale());
    return new Statement(1, "…", Optional.of(subject(metric, group)), said, number, precision);
  }

  private static Comparator comparator(String name) {
    return Comparator.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private static Subject subject(Metric metric, String group) {
    return new Subject(metric, new Area(AreaLevel.DISTRICT, "gaoming"), group, "last_half");
  }

  private static Judgement judged(Evidence evidence, Statement statement) {
    return new Judge(Map.of(statement.subject().orElseThrow(), evidence))
        .judge(List.of(statement))
        .get(0);
  }

  private static Verdict alone(Statement... statements) {
    return new Judge(Map.of()).judge(Arrays.asList(statements)).get(0).verdict();
  }

  @ParameterizedTest
  @CsvSource({
    "change_pct, -58.33, supported",
    "change_pct, -58.3, supported",
    "change_pct, -58, supported",
    "change_pct, -58.34, contradicted",
    "change_pct, 58.33, contradicted",
    "change, -7, supported",
    "equals, 5, supported",
    "equals, 6, contradicted",
    "prior, 12, supported",
    "prior, 11, contradicted",
    "at_most, 5, supported",
    "at_most, 4, contradicted",
    "at_least, 5, supported",
    "at_least, 6, contradicted",
    "falls, , supported",
    "rises, , contradicted",
    "best, , supported",
    "best, 10, supported",
    "best, 11, undetermined",
    "rank, 1, supported",
    "rank, 2, contradicted",
    "peer_rank, 5, supported",
    "among_best, , contradicted",
  })
  void shouldHoldACountAgainstTheTables(String said, String value, String verdict) {
    // when
    Judgement judgement =
        judged(
            DEATHS,
            statement(Metric.DEATHS, "road_traffic", comparator(said), value == null ? "" : value));

    // then
    assertThat(judgement.verdict()).hasToString(verdict);
  }

  @ParameterizedTest
  @CsvSource({
    "equals, 68.8, supported",
    "equals, 68.75, supported",
    "equals, 68.7, supported",
    "equals, 68.6, contradicted",
    "change_points, 21.6, supported",
    "change_points, 46.0, inconsistent",
    "change_pct, 46.0, supported",
    "change_pct, 21.6, inconsistent",
    "change_pct, 22.5, contradicted",
    "numerator, 88, supported",
    "denominator, 129, contradicted",
    "among_best, , supported",
  })
  void shouldHoldARateAgainstTheTables(String said, String value, String verdict) {
    // when
    Judgement judgement =
        judged(
            RATE,
            statement(
                Metric.COHORT_CLEARANCE_RATE,
                "theft",
                comparator(said),
                value == null ? "" : value));

    // then
    assertThat(judgement.verdict()).as(judgement.because().en()).hasToString(verdict);
  }

  @Test
  void shouldTellTheRightFigureHowFarRoundingReachesAndWhatIsChance() {
    // when
    Judgement judgement =
        judged(DEATHS, statement(Metric.DEATHS, "road_traffic", Comparator.CHANGE_PCT, "-39.4"));

    // then
    assertThat(judgement.because().en()).isEqualTo("5 after 12 the year before: -7 (-58.33 %)");
    assertThat(judgement.because().zh()).isEqualTo("本期5，上年同期12，增减-7（-58.33%）");
    assertThat(judgement.remarks())
        .extracting(Bilingual::en)
        .containsExactly("-39.4 means -39.45 to -39.35", "the change is within chance");
  }

  @Test
  void shouldNameTheGroupOfWhichAWrongStatementIsTrue() {
    // given
    Statement statement = statement(Metric.DEATHS, "all", Comparator.CHANGE_PCT, "-58.33");
    Evidence other =
        new Evidence(9.0, 12.0, null, null, 1.0, 1.0, 10, 1, 5, 5, "best", REASON, true, null);

    // when
    Judgement judgement =
        new Judge(
                Map.of(
                    subject(Metric.DEATHS, "all"), other,
                    subject(Metric.DEATHS, "road_traffic"), DEATHS))
            .judge(List.of(statement))
            .get(0);

    // then
    assertThat(judgement.verdict()).isEqualTo(Verdict.CONTRADICTED);
    assertThat(judgement.remarks())
        .extracting(Bilingual::en)
        .contains("it is true of the category group road_traffic");
  }

  @Test
  void shouldWithholdWhatRecordsCannotCarry() {
    Evidence partial =
        new Evidence(
            5.0, 12.0, null, null, 1.0, 0.9, 9, 1, null, null, "undetermined", REASON, true, null);

    assertThat(judged(partial, statement(Metric.DEATHS, "all", Comparator.CHANGE_PCT, "-58.33")))
        .extracting(Judgement::verdict, it -> it.because().en())
        .containsExactly(
            Verdict.UNDETERMINED, "5 after 12 (90 % covered) the year before: -7 (-58.33 %)");
    assertThat(judged(partial, statement(Metric.DEATHS, "all", Comparator.EQUALS, "5")).verdict())
        .isEqualTo(Verdict.SUPPORTED);
    assertThat(judged(partial, statement(Metric.DEATHS, "all", Comparator.BEST, "")))
        .extracting(Judgement::verdict, Judgement::because)
        .containsExactly(Verdict.UNDETERMINED, REASON);
    assertThat(
            judged(partial, statement(Metric.DEATHS, "all", Comparator.AMONG_BEST, "")).verdict())
        .isEqualTo(Verdict.UNDETERMINED);
  }

  @Test
  void shouldNotComputeWhatHasNothingToCompareWith() {
    Evidence none =
        new Evidence(5.0, 0.0, null, null, 1.0, 1.0, 10, 1, null, null, "best", REASON, true, null);

    assertThat(
            judged(none, statement(Metric.DEATHS, "all", Comparator.CHANGE_PCT, "100")).verdict())
        .isEqualTo(Verdict.NOT_COMPUTABLE);
    assertThat(
            new Judge(Map.of())
                .judge(
                    List.of(new Statement(1, "…", Optional.empty(), null, null, BigDecimal.ZERO)))
                .get(0)
                .verdict())
        .isEqualTo(Verdict.NOT_COMPUTABLE);
  }

  @Test
  void shouldRefuseNumbersThatCannotBeTrueTogether() {
    Metric deaths = Metric.DEATHS;
    Statement percent = statement(deaths, "all", Comparator.CHANGE_PCT, "-58.33");
    Metric rate = Metric.COHORT_CLEARANCE_RATE;
    Statement now = statement(rate, "all", Comparator.EQUALS, "68.8");
    Statement before = statement(rate, "all", Comparator.PRIOR, "47.1");

    assertThat(alone(percent)).isEqualTo(Verdict.UNDETERMINED);
    assertThat(alone(percent, statement(deaths, "all", Comparator.PRIOR, "24")))
        .isEqualTo(Verdict.UNDETERMINED);
    assertThat(alone(percent, statement(deaths, "all", Comparator.PRIOR, "13")))
        .isEqualTo(Verdict.INCONSISTENT);
    assertThat(alone(percent, statement(deaths, "all", Comparator.EQUALS, "6")))
        .isEqualTo(Verdict.INCONSISTENT);
    assertThat(alone(percent, statement(deaths, "all", Comparator.CHANGE_PCT, "-40")))
        .isEqualTo(Verdict.INCONSISTENT);
    assertThat(alone(statement(rate, "all", Comparator.EQUALS, "100.1")))
        .isEqualTo(Verdict.INCONSISTENT);
    assertThat(alone(statement(Metric.CLEARANCE_RATE, "all", Comparator.EQUALS, "100.1")))
        .isEqualTo(Verdict.UNDETERMINED);
    assertThat(alone(now, statement(rate, "all", Comparator.DENOMINATOR, "128")))
        .isEqualTo(Verdict.UNDETERMINED);
    assertThat(alone(now, statement(rate, "all", Comparator.DENOMINATOR, "12")))
        .isEqualTo(Verdict.INCONSISTENT);
    assertThat(alone(now, before, statement(rate, "all", Comparator.CHANGE_POINTS, "21.7")))
        .isEqualTo(Verdict.UNDETERMINED);
    assertThat(
            new Judge(Map.of())
                .judge(List.of(now, before, statement(rate, "all", Comparator.CHANGE_PCT, "21.7")))
                .get(2))
        .extracting(Judgement::verdict, it -> it.because().en())
        .containsExactly(Verdict.INCONSISTENT, "percentage points are taken for percent");
  }

  @Test
  void shouldTellWhichSmallNumbersAPercentageNeeds() {
    // when
    Judgement judgement =
        new Judge(Map.of())
            .judge(List.of(statement(Metric.DEATHS, "all", Comparator.CHANGE_PCT, "-58.33")))
            .get(0);

    // then
    assertThat(judgement.remarks())
        .extracting(Bilingual::en)
        .contains("the year before, if below 100, can only be 12, 24, 36, 48, 60, 72, 84, 96");
  }

  @ParameterizedTest
  @CsvSource({
    "at_least, 1, 1, supported",
    "at_least, 2, 1, contradicted",
    "equals, 1, 1, supported",
    "at_most, 0, 1, contradicted",
    "at_least, 2, 0.9, undetermined",
  })
  void shouldHoldRecordsAgainstThoseThatMatch(
      String said, BigDecimal value, double coverage, String verdict) {
    // given
    Evidence all =
        new Evidence(9.0, 8.0, null, null, coverage, 1.0, 10, 1, 1, 5, "best", REASON, true, null);
    Subject whole = subject(Metric.CASES_CLEARED, "burglary");
    Subject some =
        new Subject(
            whole.indicator(),
            whole.area(),
            whole.group(),
            whole.window(),
            Optional.of(RecordTrait.CLEARED_AND_RECOVERED_WITHIN_1H));
    Subject elsewhere = subject(Metric.CASES_CLEARED, "theft");

    // when
    Judgement judgement =
        new Judge(Map.of(whole, all, elsewhere, all, some, all.counting(1)))
            .judge(
                List.of(
                    new Statement(
                        1, "…", Optional.of(some), comparator(said), value, BigDecimal.ZERO)))
            .get(0);

    // then
    assertThat(judgement.verdict()).hasToString(verdict);
    assertThat(judgement.because().en()).startsWith("the tables say 1");
    assertThat(judgement.remarks()).isEmpty();
  }
}
