package io.tongqi.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.claims.Judgement;
import io.tongqi.claims.Judgement.Verdict;
import io.tongqi.claims.Statement;
import io.tongqi.claims.Statements;
import io.tongqi.domain.Bilingual;
import io.tongqi.domain.Language;
import io.tongqi.release.Release;
import io.tongqi.settings.ClaimsFile;
import io.tongqi.settings.Settings;
import io.tongqi.settings.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimsPageTest {
  private static final Settings SETTINGS = SettingsFile.load(Path.of("conf/tongqi.yaml"), Map.of());
  private static final Release RELEASE =
      new Release(
          "2024-06-30.1",
          LocalDate.of(2024, 6, 30),
          LocalDate.of(2024, 7, 2),
          10,
          Set.of(),
          "",
          "",
          "",
          Map.of("gold.period_facts", 7L));
  private static final String STATEMENTS =
      """
      area: gaoming
      window: last_half
      statements:
        - text: 盗窃<下降>38.8%
          metric: incidents_reported
          group: theft
          comparator: change_pct
          value: -38.8
        - text: 警务室29个
          activity: police_rooms
          comparator: equals
          value: 29
        - text: 群众安全感不断上升
      """;

  @TempDir private Path folder;

  private String page(Optional<Release> release, Language language) throws IOException {
    Path file = folder.resolve("claims.yaml");
    Files.writeString(file, STATEMENTS);
    List<Verdict> verdicts =
        List.of(Verdict.CONTRADICTED, Verdict.SUPPORTED, Verdict.NOT_COMPUTABLE);
    List<Judgement> judgements = new ArrayList<>();
    for (Statement statement : Statements.of(ClaimsFile.load(file), SETTINGS)) {
      judgements.add(
          new Judgement(
              statement,
              verdicts.get(judgements.size()),
              new Bilingual("某依据", "some evidence"),
              List.of(new Bilingual("某备注", "some remark"))));
    }
    return new ClaimsPage(SETTINGS, release, judgements, language).html();
  }

  @Test
  void shouldTellOfEachStatementWhatCameOfItAndWhatItRestsOn() throws IOException {
    String page = page(Optional.of(RELEASE), Language.EN);

    assertThat(page)
        .contains(
            "Held against the figures up to 30 June 2024, from what was recorded up to 2 July 2024"
                + " (release 2024-06-30.1).",
            "1. 盗窃&lt;下降&gt;38.8%",
            "</span> contradicted</td>",
            "some evidence",
            "some remark",
            "Gaoming, Theft: incidents reported, first half of 2024",
            "FROM gold.decade_comparison",
            "jobs/tongqi trace --metric incidents_reported --group theft --area gaoming --window"
                + " last_half --release 2024-06-30.1 --records",
            "<h3 id=\"sql-period_sums\">",
            "Gaoming, Police rooms, first half of 2024",
            "AND activity = &#39;police_rooms&#39;",
            "WHERE activity IN (&#39;police_rooms&#39;) AND day &lt;= DATE&#39;2024-06-30&#39;",
            "<h3 id=\"sql-activity_totals\">",
            "</span> cannot be computed</td>");
    assertThat(page.split("class=\"defence\"")).as("of a figure each").hasSize(3);
    assertThat(page.indexOf("<strong>contradicted 1"))
        .isBetween(0, page.indexOf("<strong>supported 1"));
  }

  @Test
  void shouldTellThatNoTablesWereRead() throws IOException {
    String page = page(Optional.empty(), Language.ZH);

    assertThat(page)
        .contains("未读取数据表。", "高明区 · 盗窃 · 接报警情数", "不符")
        .doesNotContain("trace --metric", "gold.", "href=");
  }
}
