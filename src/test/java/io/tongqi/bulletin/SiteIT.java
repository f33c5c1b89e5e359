package io.tongqi.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.tongqi.Browser;
import io.tongqi.SmallForce;
import io.tongqi.SparkTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The site of two nights, between which a record came late; thefts are sensitive. */
class SiteIT extends SparkTest {
  @TempDir private static Path folder;
  private static SmallForce force;
  private static Browser browser;

  @BeforeAll
  static void runTwoNights() {
    emptyTables(folder.resolve("warehouse"));
    force =
        new SmallForce(folder)
            .write(
                "reference/groups.csv",
                "category_group,name_zh,name_en,comparable_from,sensitive\nall,全部,All,,\ntheft,盗窃,Theft,,true\n")
            .twoNights();
    assertThat(site().out()).contains("8 bulletins of 2 releases written; begin with ");
    browser = new Browser();
  }

  private static SmallForce.Outcome site(String... further) {
    return force.run(
        Stream.concat(
                Stream.of(
                    "site",
                    "--window",
                    "last_month",
                    "--window",
                    "year_to_date",
                    "--to",
                    path("").toString()),
                Stream.of(further))
            .toArray(String[]::new));
  }

  private static Path path(String page) {
    return force.path("site").resolve(page);
  }

  @AfterAll
  static void closeBrowser() {
    browser.close();
  }

  @Test
  void shouldLeadToEveryBulletinAndBack() {
    Page page = browser.open(path("en/index.html"), 1280);
    List<String> links =
        page.locator("main a").all().stream().map(it -> it.getAttribute("href")).toList();

    assertThat(links).hasSize(8).doesNotHaveDuplicates();
    for (String link : links) {
      Page bulletin = browser.open(path("en").resolve(link), 1280);
      assertThat(bulletin.locator("[data-chart] svg").count())
          .as(link)
          .isEqualTo(bulletin.locator("[data-chart]").count())
          .isPositive();
      bulletin.locator("nav a").first().click();
      bulletin.waitForURL("**/site/en/index.html");
      bulletin.goBack();
      bulletin.locator("nav a").nth(1).click();
      bulletin.waitForURL("**/site/zh/" + link);
      assertThat(bulletin.locator("html").getAttribute("lang")).isEqualTo("zh-CN");
      bulletin.close();
    }
    assertThat(browser.errors()).isEmpty();
    page.close();
  }

  @Test
  void shouldTellWhatChangedSinceTheReleaseBefore() {
    Page page = browser.open(path("en/index.html"), 360);
    Locator changes = page.locator("#changes tbody tr");

    assertThat(changes.all().stream().map(it -> it.innerText().replaceAll("\\s+", " ")))
        .contains(
            "Smallton: All, cases cleared May 2024 0 cases (up to 31 May 2024) 1 case",
            "Smallton: Theft, incidents reported May 2024 1 incident (up to 31 May 2024) 2 incidents",
            "Centre: All, cases filed May 2024 1 case (up to 31 May 2024) 2 cases")
        .noneMatch(it -> it.startsWith("Centre: Theft"));
    assertThat(Browser.barriers(page)).isEmpty();
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
    page.close();
  }

  @Test
  void shouldShowASensitiveGroupForTheWholeForceOnly() throws IOException {
    assertThat(Files.readString(path("en/2024-06-01.1/smallton-last_month.html")))
        .contains("Theft");
    assertThat(Files.readString(path("en/2024-06-01.1/centre-last_month.html")))
        .doesNotContain("Theft");
  }

  @Test
  void shouldWriteOnlyWhatIsMissingAndTheNewestRelease() throws IOException {
    Path published = path("zh/2024-05-31.1/centre-last_month.html");
    FileTime written = Files.getLastModifiedTime(published);

    assertThat(site().out()).contains("4 bulletins of 2 releases written");
    assertThat(Files.getLastModifiedTime(published)).isEqualTo(written);
  }

  @Test
  void shouldTellWhenThereIsNothingToWrite() {
    SmallForce.Outcome outcome = site("--since", "2030-01-01");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .contains("writing a site: there is no release of the days asked for; run nightly first");
  }

  @Test
  void shouldRefuseABulletinOfAStationOrAnUnknownFigure() {
    SmallForce.Outcome ofStation = force.run("bulletin", "--area", "101");
    force.write("figures.yaml", "figures: [{metric: deaths, group: arson}]\n");
    SmallForce.Outcome ofGroup =
        force.run("bulletin", "--figures", force.path("figures.yaml").toString());
    SmallForce.Outcome ofWindow = force.run("bulletin", "--window", "last_decade");

    assertThat(ofStation.code()).isEqualTo(2);
    assertThat(ofStation.err())
        .contains(
            "writing a bulletin of the station 101: what is published of stations are rates alone; name a district, or none for the whole force");
    assertThat(ofGroup.code()).isEqualTo(2);
    assertThat(ofGroup.err())
        .contains("there is no deaths of a group arson that may be published here; ");
    assertThat(ofWindow.code()).isEqualTo(2);
    assertThat(ofWindow.err())
        .contains("looking up the window last_decade in release 2024-06-01.1: there is none; ");
  }
}
