package io.tongqi.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongqi.claims.Judgement.Verdict;
import io.tongqi.claims.Statement.Subject;
import io.tongqi.domain.Bilingual;
import io.tongqi.domain.Comparator;
import io.tongqi.faults.SettingsException;
import io.tongqi.settings.ClaimsFile;
import io.tongqi.settings.Settings;
import io.tongqi.settings.SettingsFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statements on what a force does. */
class ActivityClaimsTest {
  private static final Settings SETTINGS = SettingsFile.load(Path.of("conf/tongqi.yaml"), Map.of());
  private static final Bilingual NO_BASELINE = new Bilingual("无上年同期记录", "no baseline");
  private static final Evidence ROOMS = evidence(29.0, null, 29.0, null, NO_BASELINE);
  private static final Evidence EVENTS = evidence(826.0, 742.0, 826.0, null, null);
  private static final Evidence HOURS = evidence(0.8133, null, 20_300.0, 24_960.0, NO_BASELINE);

  @TempDir private Path folder;

  private static Evidence evidence(
      double value,
      @Nullable Double prior,
      double numerator,
      @Nullable Double denominator,
      @Nullable Bilingual noBaseline) {
    return new Evidence(
        value,
        prior,
        numerator,
        denominator,
        1.0,
        prior == null ? null : 1.0,
        prior == null ? 1 : 2,
        1,
        null,
        null,
        "undetermined",
        new Bilingual("因为", "because"),
        null,
        noBaseline);
  }

  private List<Statement> read(String statements) throws IOException {
    Path file = folder.resolve("claims.yaml");
    Files.writeString(file, "area: gaoming\nwindow: last_half\nstatements:\n" + statements);
    return Statements.of(ClaimsFile.load(file), SETTINGS);
  }

  @ParameterizedTest
  @CsvSource({
    "police_rooms, equals, 29, supported",
    "police_rooms, equals, 30, contradicted",
    "police_rooms, at_least, 29, supported",
    "police_rooms, change_pct, 8, not_computable",
    "police_rooms, rises, , not_computable",
    "police_rooms, best, , not_computable",
    "outreach_events, change_pct, 11.32, supported",
    "outreach_events, change_pct, 12, contradicted",
    "outreach_events, prior, 742, supported",
    "community_hours, at_least, 80, supported",
    "community_hours, at_least, 82, contradicted",
    "community_hours, equals, 81.3, supported",
    "community_hours, denominator, 24960, supported",
  })
  void shouldJudgeThemByTheTotals(String activity, String comparator, String value, String verdict)
      throws IOException {
    // given
    List<Statement> statements =
        read(
            "- {text: a, activity: %s, comparator: %s%s}\n"
                .formatted(activity, comparator, value == null ? "" : ", value: " + value));
    Map<Subject, Evidence> known = new HashMap<>();
    Subject subject = statements.get(0).subject().orElseThrow();
    known.put(
        subject,
        Map.of("police_rooms", ROOMS, "outreach_events", EVENTS, "community_hours", HOURS)
            .get(activity));

    // when
    Judgement judgement = new Judge(known).judge(statements).get(0);

    // then
    assertThat(judgement.verdict()).hasToString(verdict);
    if (judgement.verdict() == Verdict.NOT_COMPUTABLE) {
      assertThat(judgement.because()).isEqualTo(NO_BASELINE);
    }
  }

  @Test
  void shouldRefuseWhatNamesNoFigureOrTwo() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    - {text: a, activity: police_room, comparator: equals, value: 3}
                    - {text: b, activity: police_rooms, comparator: change_points, value: 3}
                    - {text: c, comparator: equals, value: 3}
                    """))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(
            "key statements[0].activity: \"police_room\" is not known; did you mean"
                + " \"police_rooms\"?")
        .hasMessageContaining(
            "key statements[1].comparator: change_points is said of rates, and police_rooms is none;"
                + " use change_pct")
        .hasMessageContaining(
            "key statements[2].comparator: is said of no figure; give metric or activity");
    assertThatThrownBy(
            () ->
                read(
                    "- {text: a, activity: police_rooms, metric: deaths, group: theft, comparator:"
                        + " rises}\n"))
        .hasMessageContaining(
            "key statements[0].metric: stands beside activity; keep one of the two");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "全区建成社区警务室29个。|police_rooms equals 29",
        "发动平安志愿者3600余名。|volunteers at_least 3600",
        "派发宣传资料10万余份。|leaflets at_least 100000",
        "开展宣传活动超过800场，|outreach_events at_least 800",
        "宣传活动同比上升11.32%|outreach_events change_pct 11.32",
        "进驻工业园区九个|industrial_parks equals 9",
        "社区民警下社区时间80%以上|community_hours at_least 80",
        "Over 3,600 volunteers were trained.|volunteers at_least 3600",
        "They serve nine industrial parks.|industrial_parks equals 9",
        "建成1、3、5分钟快速反应圈11个|response_circles equals 11",
      })
  void shouldDraftThemFromTheNamesOfActivities(String text, String drafted) {
    List<ClaimsFile.Claim> claims =
        Draft.of(
                text,
                Terms.metrics(),
                SETTINGS.reference().groups(),
                SETTINGS.reference().activities())
            .claims();

    assertThat(claims)
        .extracting(
            it -> it.activity() + " " + it.comparator() + " " + plain(it.value(), it.comparator()))
        .containsExactly(drafted);
  }

  private static String plain(@Nullable BigDecimal value, Comparator comparator) {
    assertThat(comparator).isNotNull();
    return value == null ? "" : value.stripTrailingZeros().toPlainString();
  }

  @Test
  void shouldReadEveryStatementOfTheSample() {
    List<Statement> statements =
        Statements.of(ClaimsFile.load(Path.of("data-sample/claims-2024-h1.yaml")), SETTINGS);

    assertThat(statements)
        .filteredOn(it -> it.subject().filter(s -> s.group().isEmpty()).isPresent())
        .hasSize(13);
  }
}
