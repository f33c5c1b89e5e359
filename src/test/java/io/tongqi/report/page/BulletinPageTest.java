package io.tongqi.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tongqi.domain.Language;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BulletinPageTest {
  private static final Pattern SCRIPT =
      Pattern.compile("<script[^>]*>.*?</script>|<style>.*?</style>", Pattern.DOTALL);
  private static final Pattern OPTION =
      Pattern.compile("<script type=\"application/json\"[^>]*>(.*?)</script>", Pattern.DOTALL);
  private static final Pattern CHINESE = Pattern.compile("[\\p{IsHan}，。：；（）]");
  private static final Pattern ENGLISH_WORDS = Pattern.compile("[a-z]+ [a-z]+ [a-z]+");

  private static String page(Language language) {
    return new BulletinPage(MadeUp.bulletin(), language).html();
  }

  private static String seen(Language language) {
    return SCRIPT
        .matcher(page(language))
        .replaceAll("")
        .replaceAll("<pre[^>]*>[^<]*</pre>", "")
        .replaceAll("<[^>]+>", "\n");
  }

  @Test
  void shouldHaveNoChineseOnTheEnglishPage() {
    assertThat(seen(Language.EN)).doesNotContainPattern(CHINESE);
    assertThat(OPTION.matcher(page(Language.EN)).results().map(it -> it.group(1)))
        .isNotEmpty()
        .noneMatch(it -> CHINESE.matcher(it).find());
  }

  @Test
  void shouldHaveNoEnglishSentenceOnTheChinesePage() {
    assertThat(seen(Language.ZH)).doesNotContainPattern(ENGLISH_WORDS);
  }

  @Test
  void shouldShowAFigureThatIsWithheldWithItsReason() {
    assertThat(seen(Language.EN))
        .contains(
            "2 deaths",
            "record withheld: the data cannot carry it",
            "only 83% of the days are covered by data",
            "some reason");
  }

  @Test
  void shouldOpenEveryNumberToWhatItRestsOn() {
    assertThat(page(Language.EN))
        .contains(
            "calls and reports that the police took on these days",
            "5 / 8",
            "2024-07-02 · 2024-06-30.1",
            "FROM gold.decade_comparison",
            "jobs/tongqi trace --metric incidents_reported --group theft --area smallton --window"
                + " last_half --release 2024-06-30.1 --records",
            "<h3 id=\"sql-period_sums\">",
            "gold.period_facts");
  }

  @Test
  void shouldTellWhatTheForceDidAndWhatItIsMeasuredAgainst() {
    assertThat(seen(Language.EN))
        .contains(
            "Leaflets",
            "80 leaflets",
            "up 60% on the year before (50 leaflets)",
            "no baseline",
            "Hours in the community",
            "80%",
            "up 5 percentage points on the year before (75%)",
            "what the registers of these days add up to, as a share of all hours",
            "80 / 100",
            "only 50% of the days are covered by data");
    assertThat(page(Language.EN))
        .contains(
            "AND activity = &#39;leaflets&#39;",
            "WHERE activity IN (&#39;community_hours&#39;, &#39;hours&#39;) AND day BETWEEN"
                + " DATE&#39;2024-01-01&#39; AND DATE&#39;2024-06-30&#39; AND recorded_on &lt;="
                + " DATE&#39;2024-07-02&#39;",
            "AND areas.district = &#39;smallton&#39;",
            "<h3 id=\"sql-activity_totals\">");
  }

  @Test
  void shouldLinkOnlyToWhatIsOnThePage() {
    String page = page(Language.EN);

    assertThat(Pattern.compile("href=\"#([^\"]+)\"").matcher(page).results().map(it -> it.group(1)))
        .isNotEmpty()
        .allMatch(it -> page.contains("id=\"%s\"".formatted(it)));
  }

  @Test
  void shouldNotCompareWhereTooFewStationsMayBeShown() {
    assertThat(seen(Language.EN))
        .contains(
            "Theft: share of the period&#39;s cases that were cleared: withheld, as fewer than two stations"
                + " have 10 cases.",
            "Stations not shown, as they have fewer than 10 cases: 1.");
  }

  @ParameterizedTest
  @EnumSource
  void shouldGiveEveryChartItsNumbersAsATable(Language language) throws Exception {
    String page = page(language);

    assertThat(OPTION.matcher(page).results().map(it -> it.group(1)))
        .hasSize(count(page, "data-chart="))
        .hasSize(count(page, "<details class=\"numbers\">"))
        .allSatisfy(it -> new ObjectMapper().readTree(it));
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }

  @Test
  void shouldNameNothingOutsideThePage() {
    assertThat(SCRIPT.matcher(page(Language.EN)).replaceAll(""))
        .doesNotContain("http://", "https://", "src=");
  }
}
