package io.tongqi.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.comparison.RecordStanding;
import io.tongqi.domain.Bilingual;
import io.tongqi.domain.Language;
import io.tongqi.domain.Metric;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummaryTest {
  private static final Bilingual NO_REASON = new Bilingual("", "");
  private static final Bilingual MISSING =
      new Bilingual(
          "无法判定2024年是否最少：2024年：2024-03-01至2024-03-31（182天中的31天）未收到数据",
          "Cannot be determined whether 2024 is the lowest: 2024: 2024-03-01 to 2024-03-31 (31 of 182 days) is not"
              + " delivered");

  private static Summary summary(LeadingFigure... figures) {
    return new Summary(
        new Bilingual("佛山", "Foshan"),
        LocalDate.of(2024, 1, 1),
        LocalDate.of(2024, 6, 30),
        LocalDate.of(2024, 7, 2),
        2015,
        List.of("all", "theft", "criminal"),
        List.of(figures));
  }

  private static LeadingFigure reported(String group, String zh, String en, Double... years) {
    return new LeadingFigure(
        Metric.INCIDENTS_REPORTED,
        group,
        new Bilingual(zh, en),
        new Bilingual("接报警情数", "Incidents reported"),
        Arrays.asList(years),
        years[years.length - 1] == null ? 2 : years[years.length - 1],
        -39.4,
        false,
        1,
        10,
        RecordStanding.BEST,
        NO_REASON);
  }

  private static LeadingFigure figure(
      Metric metric,
      double shown,
      Double change,
      Integer rank,
      RecordStanding record,
      Bilingual reason) {
    return new LeadingFigure(
        metric,
        "all",
        new Bilingual("全部", "All"),
        new Bilingual("指标", "Metric"),
        List.of(1.0, 2.0),
        shown,
        change,
        metric == Metric.DEATHS,
        rank,
        10,
        record,
        reason);
  }

  @Test
  void shouldTellTheLeadingFiguresInBothLanguages() {
    // given
    Summary summary =
        summary(
            figure(Metric.DEATHS, 5, -58.333333, 3, RecordStanding.NOT_BEST, NO_REASON),
            figure(Metric.RECOVERY_RATE, 77.149, 45.72, 1, RecordStanding.EQUALS_BEST, NO_REASON),
            figure(Metric.RECOVERED, 1234567.6, null, 2, RecordStanding.NOT_BEST, NO_REASON),
            figure(Metric.ZERO_INCIDENT_DAYS, 28, 0.0, 1, RecordStanding.ALL_EQUAL, NO_REASON),
            figure(Metric.CASES_FILED, 7, 1.0, null, RecordStanding.UNDETERMINED, NO_REASON),
            reported("theft", "盗窃", "Theft", 560.0, 280.0, null, 120.0, 0.0, 450.0),
            reported("all", "全部警情", "All incidents", 1000.0, 606.0));

    // then
    assertThat(summary.lines(Language.ZH))
        .containsExactly(
            "佛山，2024-01-01至2024-06-30，与2015年以来的同期相比（已知至2024-07-02）",
            "全部警情  接报警情数  █▅      606起        -39.4%                 10年同期最好",
            "盗窃      接报警情数  █▄·▂▁▇  450起        -39.4%                 10年同期最好",
            "全部      指标        ▄█      7起          +1%",
            "全部      指标        ▄█      1,234,568元  —                      10年同期第2位",
            "全部      指标        ▄█      77.15%       +45.72个百分点         并列10年同期最好",
            "全部      指标        ▄█      5人          -58.33%（属随机波动）  10年同期第3位",
            "全部      指标        ▄█      28天         0%                     历年相同");
    assertThat(summary.lines(Language.EN))
        .startsWith(
            "Foshan, 2024-01-01 to 2024-06-30, beside the same periods since 2015 (as known at 2024-07-02)",
            "All incidents  Incidents reported  █▅      606             -39.4 %            best of 10 years")
        .endsWith(
            "All            Metric              ▄█      77.15 %         +45.72 points      equals the best of 10 years",
            "All            Metric              ▄█      5               -58.33 % (chance)  rank 3 of 10 years",
            "All            Metric              ▄█      28              0 %                the same in all years");
  }

  @Test
  void shouldTellWhatIsWithheldAndWhy() {
    // given
    Bilingual other = new Bilingual("无法判定", "too few years");
    Summary summary =
        summary(
            figure(Metric.DEATHS, 5, -58.3, null, RecordStanding.UNDETERMINED, other),
            figure(Metric.RECOVERY_RATE, 77.1, 45.7, null, RecordStanding.UNDETERMINED, MISSING),
            figure(Metric.INJURIES, 7, 0.0, null, RecordStanding.UNDETERMINED, MISSING));

    // then
    assertThat(summary.lines(Language.EN))
        .filteredOn(it -> it.startsWith("withheld"))
        .containsExactly(
            "withheld, 2 of them: 2024: 2024-03-01 to 2024-03-31 (31 of 182 days) is not delivered",
            "withheld, 1 of them: too few years");
    assertThat(summary.lines(Language.ZH))
        .contains("暂不认定2项：2024年：2024-03-01至2024-03-31（182天中的31天）未收到数据")
        .filteredOn(it -> it.endsWith("暂不认定"))
        .hasSize(3);
  }

  @Test
  void shouldFitOnAScreen() {
    // given
    LeadingFigure[] figures =
        Arrays.stream(Metric.values())
            .limit(10)
            .flatMap(
                metric ->
                    Collections.nCopies(
                        9,
                        figure(
                            metric,
                            1,
                            1.0,
                            null,
                            RecordStanding.UNDETERMINED,
                            new Bilingual(metric.name(), metric.name())))
                        .stream())
            .toArray(LeadingFigure[]::new);

    // then
    assertThat(summary(figures).lines(Language.EN))
        .hasSizeLessThanOrEqualTo(20)
        .endsWith("gold.records has the other reasons");
  }

  @Test
  void shouldSayWhenThereIsNoFigure() {
    assertThat(summary().lines(Language.EN))
        .containsExactly(
            "Foshan, 2024-01-01 to 2024-06-30, no figure of the force (as known at 2024-07-02)");
  }

  @Test
  void shouldShowTheFirstGroupWithAnyOfAMetric() {
    // given
    Summary summary =
        summary(
            reported("criminal", "刑事", "Criminal", 3.0, 4.0),
            reported("all", "全部警情", "All incidents", 9.0, 0.0, 0.0));

    // then
    assertThat(summary.lines(Language.EN)).hasSize(2).element(1).asString().startsWith("Criminal");
  }

  @Test
  void shouldShowWhatIsNotWhollyCoveredWithoutBars() {
    // given
    Summary summary = summary(reported("all", "全部警情", "All incidents", null, null));

    // then
    assertThat(summary.lines(Language.EN))
        .element(1)
        .asString()
        .startsWith("All incidents  Incidents reported  ··  2  ");
  }

  @ParameterizedTest
  @CsvSource({"zh-CN, ZH", "zh-TW, ZH", "en-GB, EN", "fr, EN"})
  void shouldSpeakTheLanguageOfThePlace(String place, Language language) {
    assertThat(Language.of(Locale.forLanguageTag(place))).isEqualTo(language);
  }
}
