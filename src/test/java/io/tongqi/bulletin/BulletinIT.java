package io.tongqi.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import io.tongqi.Browser;
import io.tongqi.Main;
import io.tongqi.SharedSample;
import io.tongqi.SparkTest;
import io.tongqi.domain.Metric;
import io.tongqi.report.page.FigureWords;
import io.tongqi.tables.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.lang3.StringUtils;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bulletin of the sample in a real browser, held against the tables. */
class BulletinIT extends SparkTest {
  private static final String GAOMING =
      "as_of = DATE'2024-06-30' AND window = 'last_half' AND area = 'gaoming'";

  @TempDir private static Path folder;
  private static Browser browser;

  @BeforeAll
  static void writeBulletins() {
    for (String language : List.of("zh", "en")) {
      assertThat(write(language, "--figures", "conf/bulletins/half-year.yaml", "--pdf")).isZero();
    }
    browser = new Browser();
  }

  private static int write(String language, String... options) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "bulletin",
                "--conf",
                SharedSample.settings().toString(),
                "--area",
                "gaoming",
                "--lang",
                language,
                "--to",
                folder.toString()));
    arguments.addAll(List.of(options));
    return Main.execute(arguments.toArray(new String[0]));
  }

  @AfterAll
  static void closeBrowser() {
    browser.close();
  }

  private static Path page(String language) {
    return folder.resolve("bulletin-gaoming-last_half-2024-06-30.%s.html".formatted(language));
  }

  @ParameterizedTest
  @CsvSource({"zh, 360", "zh, 1280", "en, 360", "en, 1280"})
  void shouldDrawEveryChartWithoutAskingForAnything(String language, int width) {
    Page page = browser.open(page(language), width);

    assertThat(page.locator("[data-chart] svg").count())
        .isEqualTo(page.locator("[data-chart]").count())
        .isGreaterThan(15);
    assertThat(page.locator("[data-chart] svg path").count()).isGreaterThan(1_000);
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
    assertThat(browser.requests()).allMatch(it -> it.startsWith("file:"));
    assertThat(browser.errors()).isEmpty();
    page.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void shouldPutNobodyOff(String language) {
    Page page = browser.open(page(language), 1280);
    page.evaluate("document.querySelectorAll('details').forEach(it => { it.open = true; })");

    assertThat(Browser.barriers(page)).isEmpty();
    page.close();
  }

  @Test
  void shouldTellOfEveryNumberWhereItComesFrom() {
    Page page = browser.open(page("en"), 1280);

    for (String numbers : List.of(".card", ".list tbody tr")) {
      assertThat(page.locator(numbers + " .defence").count())
          .as(numbers)
          .isEqualTo(page.locator(numbers).count())
          .isGreaterThan(8);
    }
    assertThat(page.locator("section > .chart + .defence").count())
        .isEqualTo(page.locator("section > .chart").count())
        .isGreaterThan(3);
    page.close();
  }

  @Test
  void shouldShowTheNumbersOfTheTables() {
    // given the report card's figures as gold has them
    Map<String, String> expected = new TreeMap<>();
    for (Row row : gold("decade_comparison").where("vintage = 'latest'").collectAsList()) {
      Metric metric = Metric.valueOf(row.<String>getAs("metric").toUpperCase(Locale.ROOT));
      expected.put(
          "headline-%s-%s".formatted(metric.column(), row.<String>getAs("category_group")),
          FigureWords.value(metric, row.getAs("value")).en());
    }

    // when
    Page page = browser.open(page("en"), 1280);
    Map<String, String> shown = new TreeMap<>();
    page.locator("#headline .card")
        .all()
        .forEach(it -> shown.put(it.getAttribute("id"), it.locator(".number").innerText()));
    page.close();

    // then
    assertThat(shown).hasSize(8);
    assertThat(expected).containsAllEntriesOf(shown);
  }

  @Test
  void shouldTellTheActivitiesOfTheHalfYearReport() {
    Map<String, String> expected = new TreeMap<>();
    for (Row row : gold("activity_totals").where("per IS NULL").collectAsList()) {
      expected.put(
          row.getAs("activity_name_en"),
          "%,d %s".formatted(Math.round(row.<Double>getAs("value")), row.<String>getAs("unit_en")));
    }
    Page page = browser.open(page("en"), 1280);
    Map<String, String> shown = new TreeMap<>();
    page.locator("#activities tbody tr")
        .all()
        .forEach(
            it -> shown.put(it.locator("th").innerText(), it.locator("td").first().innerText()));
    page.close();

    assertThat(expected).hasSizeGreaterThan(5);
    assertThat(shown).containsAllEntriesOf(expected).containsEntry("Police rooms", "29 rooms");
  }

  @Test
  void shouldGiveTheQueryOfWhatAddsUpToAnActivity() {
    // given
    Map<String, Double> expected = new TreeMap<>();
    gold("activity_totals")
        .where("activity_type = 'flow' AND per IS NULL")
        .collectAsList()
        .forEach(row -> expected.put(row.getAs("activity_name_en"), row.<Double>getAs("value")));
    new Tables(spark(), SharedSample.warehouse().toString()).create();

    // when
    Page page = browser.open(page("en"), 1280);
    Map<String, Double> sums = new TreeMap<>();
    for (Locator row : page.locator("#activities tbody tr").all()) {
      String command = row.locator("pre").nth(1).textContent();
      String query = StringUtils.substringBetween(command, "\"", "\"");
      Number sum = spark().sql(query).agg(functions.sum("quantity")).first().getAs(0);
      sums.put(row.locator("th").innerText(), sum.doubleValue());
    }
    page.close();

    // then
    assertThat(expected).hasSizeGreaterThan(3);
    assertThat(sums).containsAllEntriesOf(expected);
  }

  @ParameterizedTest
  @CsvSource({"zh, 360", "en, 1280"})
  void shouldShowWhatCameOfStatements(String language, int width) {
    // given
    Path file = folder.resolve("claims.%s.html".formatted(language));

    // when
    int code =
        Main.execute(
            "claims",
            "data-sample/claims-2024-h1.yaml",
            "--conf",
            SharedSample.settings().toString(),
            "--lang",
            language,
            "--page",
            file.toString());
    Page page = browser.open(file, width);

    // then
    assertThat(code).isEqualTo(3);
    assertThat(page.locator("tr.supported").count()).isGreaterThan(20);
    assertThat(page.locator("tr.contradicted").count()).isOne();
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
    page.evaluate("document.querySelectorAll('details').forEach(it => { it.open = true; })");
    assertThat(Browser.barriers(page)).isEmpty();
    assertThat(browser.requests()).allMatch(it -> it.startsWith("file:"));
    page.close();
  }

  @Test
  void shouldTellTheFiguresOfTheHalfYearReport() {
    Page page = browser.open(page("zh"), 1280);

    assertThat(page.locator("#headline .number").allInnerTexts())
        .containsExactly("606起", "101起", "153起", "231起", "100%", "77.11%", "5人", "28天");
    assertThat(page.locator("#headline .change").allInnerTexts())
        .containsExactly(
            "同比下降 39.4%（上年同期 1,000起）",
            "同比下降 36.08%（上年同期 158起）",
            "同比下降 38.8%（上年同期 250起）",
            "同比上升 11.06%（上年同期 208起）",
            "与上年同期持平",
            "同比上升 45.72 个百分点（上年同期 31.39%）",
            "同比下降 58.33%（上年同期 12人）",
            "同比上升 55.56%（上年同期 18天）");
    page.close();
  }

  @Test
  void shouldMarkAsManyZeroDaysAsTheTablesCount() {
    Map<String, String> expected = new TreeMap<>();
    for (Row row :
        gold("zero_days")
            .where("category_group = 'criminal' AND measure = 'incidents_reported'")
            .collectAsList()) {
      expected.put(
          String.valueOf(row.<Integer>getAs("year")),
          row.<Integer>getAs("zero_days") + " " + row.<Integer>getAs("unknown_days"));
    }
    Page page = browser.open(page("en"), 1280);
    page.evaluate("document.querySelectorAll('details').forEach(it => { it.open = true; })");
    Map<String, String> shown = new TreeMap<>();
    page.locator("#zero_days tbody tr")
        .all()
        .forEach(
            row -> {
              List<String> cells = row.locator("th, td").allInnerTexts();
              shown.put(cells.get(0), cells.get(1) + " " + cells.get(2));
              assertThat(cells.get(3).split(", ")).hasSize(Integer.parseInt(cells.get(1)));
            });
    page.close();

    assertThat(shown).hasSize(10).isEqualTo(expected);
  }

  @Test
  void shouldOpenWhereANumberComesFrom() {
    Page page = browser.open(page("en"), 1280);
    var card = page.locator("#headline-deaths-road_traffic");

    card.locator(".defence summary").click();
    card.locator("a").first().click();

    assertThat(card.locator(".defence").innerText())
        .contains("SELECT value", "--metric deaths --group road_traffic", "2024-06-30.1");
    assertThat(page.locator("#sql-period_sums").isVisible()).isTrue();
    page.close();
  }

  @Test
  void shouldFitThePaper() {
    Page page = browser.open(page("zh"), 1280);

    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    byte[] pdf = page.pdf(new Page.PdfOptions().setFormat("A4"));

    assertThat(pdf.length).isGreaterThan(100_000);
    assertThat(page.locator(".numbers").first().isVisible()).isFalse();
    page.close();
  }

  @Test
  void shouldPrintAPdfBesideThePage() throws IOException {
    for (String language : List.of("zh", "en")) {
      Path pdf = folder.resolve(page(language).getFileName().toString().replace(".html", ".pdf"));
      assertThat(Files.readString(pdf, java.nio.charset.StandardCharsets.ISO_8859_1))
          .startsWith("%PDF-")
          .contains("/Lang", "/StructTreeRoot", "/Outlines");
    }
  }

  private static org.apache.spark.sql.Dataset<Row> gold(String table) {
    return spark()
        .read()
        .format("delta")
        .load(SharedSample.warehouse().resolve("gold/" + table).toString())
        .where(GAOMING);
  }
}
