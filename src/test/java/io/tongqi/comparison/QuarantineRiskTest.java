package io.tongqi.comparison;

import static io.tongqi.comparison.Values.year;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.domain.Metric;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class QuarantineRiskTest {
  @ParameterizedTest
  @CsvSource({
    // value and open lines of the current year, of the year before, the verdict
    "80, 0, 90, 9, BEST",
    "80, 0, 90, 10, UNDETERMINED",
    "80, 5, 90, 4, BEST",
    "80, 5, 90, 5, UNDETERMINED",
    "90, 1, 90, 0, UNDETERMINED",
    "90, 0, 90, 1, UNDETERMINED",
    "90, 0, 90, 0, EQUALS_BEST",
    "200, 0, 200, 0, ALL_EQUAL",
    "200, 0, 201, 1, UNDETERMINED",
    "95, 2, 90, 2, NOT_BEST",
    "95, 3, 90, 2, UNDETERMINED"
  })
  void shouldLetAClaimStandOnlyIfNoOutcomeOfTheLinesChangesIt(
      long value, long lines, long priorValue, long priorLines, RecordStanding expected) {
    List<YearValue> years =
        List.of(year(2024, value, lines), year(2023, priorValue, priorLines), year(2022, 200, 0));

    assertThat(Comparison.of(Metric.INCIDENTS_REPORTED, 3, years).record()).isEqualTo(expected);
  }

  @Test
  void shouldSayInWhichYearsLinesAreOpen() {
    List<YearValue> years = List.of(year(2024, 80, 3), year(2023, 85, 0), year(2022, 81, 1));

    ComparisonResult result = Comparison.of(Metric.INCIDENTS_REPORTED, 3, years);

    assertThat(result.recordReasonZh())
        .isEqualTo("无法判定2024年是否为2022—2024年3个同期中最少的：隔离待核的记录（2022年1条、2024年3条）可能改变结论");
    assertThat(result.recordReasonEn())
        .isEqualTo(
            "Cannot be determined whether 2024 is the lowest of the 3 same periods of 2022 to"
                + " 2024: open lines in quarantine (2022: 1, 2024: 3) could overturn it");
  }

  @Test
  void shouldSayThatOpenLinesCannotChangeAClaim() {
    List<YearValue> years = List.of(year(2024, 80, 3), year(2023, 90, 0));

    ComparisonResult result = Comparison.of(Metric.CASES_CLEARED, 2, years);

    assertThat(result.record()).isEqualTo(RecordStanding.NOT_BEST);
    assertThat(result.recordReasonZh()).endsWith("；隔离待核的记录（2024年3条）无论如何处理都不改变该结论");
    assertThat(result.recordReasonEn())
        .endsWith("; the open lines in quarantine (2024: 3) cannot change this");
  }

  @ParameterizedTest
  @EnumSource(
      value = Metric.class,
      names = {"DEATHS", "INJURIES", "RECOVERED", "ZERO_INCIDENT_DAYS", "LONGEST_ZERO_RUN_DAYS"})
  void shouldWithholdOtherClaimsOnAnyOpenLine(Metric metric) {
    List<YearValue> years = List.of(year(2024, 10, 0), year(2023, 170, 1));

    assertThat(Comparison.of(metric, 2, years).record()).isEqualTo(RecordStanding.UNDETERMINED);
  }

  @Test
  void shouldWithholdAClaimWhereALineMayStandForAnyNumber() {
    YearValue current = new YearValue(2024, 10.0, null, null, 181, Coverage.FULL, 1, false);

    assertThat(
            Comparison.of(Metric.INCIDENTS_REPORTED, 2, List.of(current, year(2023, 5000, 0)))
                .record())
        .isEqualTo(RecordStanding.UNDETERMINED);
  }

  @Test
  void shouldWithholdAClaimOnARateOnAnyOpenLine() {
    List<YearValue> years =
        List.of(
            new YearValue(2024, 0.99, 99L, 100L, 181, Availability.COVERED, 1),
            new YearValue(2023, 0.01, 1L, 100L, 181, Availability.COVERED, 0));

    assertThat(Comparison.of(Metric.CLEARANCE_RATE, 2, years).record())
        .isEqualTo(RecordStanding.UNDETERMINED);
  }

  @ParameterizedTest
  @EnumSource(
      value = Metric.class,
      names = {"INCIDENTS_REPORTED", "CASES_CLEARED"})
  void shouldAgreeWithTryingEveryOutcome(Metric metric) {
    Random random = new Random(20240630);
    for (int trial = 0; trial < 500; trial++) {
      List<YearValue> years = new ArrayList<>();
      for (int year = 2024; year > 2021; year--) {
        // never below zero, which is no outcome that could be claimed of
        int lines = random.nextInt(3);
        years.add(year(year, lines + random.nextInt(4), lines));
      }
      Set<RecordStanding> outcomes = EnumSet.noneOf(RecordStanding.class);
      tryEveryOutcome(metric, years, new ArrayList<>(), outcomes);

      RecordStanding record = Comparison.of(metric, 3, years).record();

      assertThat(record)
          .as(years.toString())
          .isEqualTo(
              outcomes.size() == 1 ? outcomes.iterator().next() : RecordStanding.UNDETERMINED);
    }
  }

  private static void tryEveryOutcome(
      Metric metric, List<YearValue> years, List<YearValue> settled, Set<RecordStanding> outcomes) {
    if (settled.size() == years.size()) {
      outcomes.add(Comparison.of(metric, years.size(), settled).record());
      return;
    }
    YearValue next = years.get(settled.size());
    for (long move = -next.linesInQuarantine(); move <= next.linesInQuarantine(); move++) {
      List<YearValue> longer = new ArrayList<>(settled);
      longer.add(year(next.year(), Math.round(next.value()) + move, 0));
      tryEveryOutcome(metric, years, longer, outcomes);
    }
  }
}
