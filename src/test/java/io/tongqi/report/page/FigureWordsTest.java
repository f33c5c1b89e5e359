package io.tongqi.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.comparison.RecordStanding;
import io.tongqi.domain.Bilingual;
import io.tongqi.domain.Metric;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureWordsTest {
  @ParameterizedTest
  @CsvSource({
    "INCIDENTS_REPORTED, 1568, '1,568起', '1,568 incidents'",
    "DEATHS, 1, 1人, 1 death",
    "ZERO_INCIDENT_DAYS, 28, 28天, 28 days",
    "COHORT_CLEARANCE_RATE, 0.6875, 68.75%, 68.75%",
    "COHORT_CLEARANCE_RATE, 1, 100%, 100%",
    "COHORT_CLEARANCE_RATE, 0.99999, 99.99%, 99.99%",
    "RECOVERY_RATE, 0, 0%, 0%",
    "LOSS, 123456789, '1,234,567.89元', '1,234,567.89 yuan'",
    "DEATHS, , —, —"
  })
  void shouldWriteValuesAsTheyArePublished(Metric metric, Double value, String zh, String en) {
    assertThat(FigureWords.value(metric, value)).isEqualTo(new Bilingual(zh, en));
  }

  @Test
  void shouldTellTheChangeWithWhatItIsMeasuredAgainst() {
    Figure fewer =
        MadeUp.figure(
            Metric.INCIDENTS_REPORTED,
            MadeUp.compared(RecordStanding.BEST, -39.4, 0.001),
            1000.0,
            606.0);
    Figure higher =
        MadeUp.figure(
            Metric.COHORT_CLEARANCE_RATE,
            MadeUp.compared(RecordStanding.BEST, 21.691, null),
            0.4706,
            0.6875);

    assertThat(FigureWords.change(fewer))
        .isEqualTo(
            new Bilingual(
                "同比下降 39.4%（上年同期 1,000起）", "down 39.4% on the year before (1,000 incidents)"));
    assertThat(FigureWords.change(higher).en())
        .isEqualTo("up 21.69 percentage points on the year before (47.06%)");
  }

  @Test
  void shouldTellWhyThereIsNoChange() {
    Figure fromNothing =
        MadeUp.figure(Metric.DEATHS, MadeUp.compared(RecordStanding.NOT_BEST, null, 0.5), 0.0, 2.0);
    Figure withoutPrior =
        MadeUp.figure(
            Metric.DEATHS, MadeUp.compared(RecordStanding.UNDETERMINED, null, null), null, 2.0);
    Figure same =
        MadeUp.figure(Metric.DEATHS, MadeUp.compared(RecordStanding.NOT_BEST, 0.0, 1.0), 2.0, 2.0);

    assertThat(FigureWords.change(fromNothing).en())
        .isEqualTo("0 deaths a year before, of which no percentage can be told");
    assertThat(FigureWords.change(withoutPrior).en())
        .isEqualTo("no figure of a year before, so no change");
    assertThat(FigureWords.change(same).zh()).isEqualTo("与上年同期持平");
  }

  @Test
  void shouldWithholdARecordThatTheDataCannotCarry() {
    Figure withheld =
        MadeUp.figure(
            Metric.DEATHS,
            MadeUp.compared(RecordStanding.UNDETERMINED, -50.0, 0.4),
            List.of(new FigureYear(2024, 2.0, null, null, null, null, 0.83, 3)));

    assertThat(FigureWords.standing(withheld).en())
        .isEqualTo("record withheld: the data cannot carry it");
    assertThat(FigureWords.certainty(withheld, false))
        .isEqualTo(new Bilingual("数据只覆盖本期 83% 的日子", "only 83% of the days are covered by data"));
  }

  @Test
  void shouldNotCallOneOfManyChangesMoreThanChanceThatIsItOnlyAlone() {
    Figure alone =
        MadeUp.figure(Metric.DEATHS, MadeUp.compared(RecordStanding.BEST, -20.0, 0.03), 50.0, 40.0);
    Figure chance =
        MadeUp.figure(Metric.DEATHS, MadeUp.compared(RecordStanding.BEST, -20.0, 0.3), 5.0, 4.0);

    assertThat(FigureWords.certainty(alone, false).en())
        .isEqualTo("the change is more than chance");
    assertThat(FigureWords.certainty(alone, true).en())
        .endsWith("if looked at alone, but not among all that are tested here");
    assertThat(FigureWords.certainty(chance, true).en()).isEqualTo("the change is within chance");
  }

  @Test
  void shouldClaimNoRecordOfWhatIsNeitherGoodNorBad() {
    Figure filed =
        MadeUp.figure(
            Metric.CASES_FILED, MadeUp.compared(RecordStanding.UNDETERMINED, 5.0, 0.4), 20.0, 21.0);

    assertThat(FigureWords.standing(filed).en())
        .isEqualTo("neither more nor less is better, so no record");
    assertThat(filed.isUndetermined()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"0.0004, 'less than 1 in 1,000'", "0.0496, about 5%", "0.314, about 31.4%", ", —"})
  void shouldTellHowOftenChanceAloneMakesIt(Double probability, String words) {
    assertThat(FigureWords.odds(probability).en()).isEqualTo(words);
  }
}
