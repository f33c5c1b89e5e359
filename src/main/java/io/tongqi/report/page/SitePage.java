package io.tongqi.report.page;

import io.tongqi.calendar.PeriodName;
import io.tongqi.domain.Bilingual;
import io.tongqi.domain.Language;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The first page of a site of bulletins.
 *
 * @param force whose it is
 * @param releases the releases whose figures stand, the newest first
 * @param changes what of the newest release's figures is not what the release before it said
 */
public record SitePage(Bilingual force, List<Entry> releases, List<Change> changes) {
  /** A release with its bulletins, by area. */
  public record Entry(String release, LocalDate asOf, LocalDate knownAt, List<Shelf> shelves) {}

  /** The bulletins of an area. */
  public record Shelf(Bilingual area, List<Link> links) {}

  /**
   * A bulletin.
   *
   * @param period what it is called
   */
  public record Link(Bilingual period, SitePlace place) {}

  /**
   * A figure of the same days that is no longer what it was.
   *
   * @param title area, group and measure
   * @param period the days
   */
  public record Change(
      Bilingual title, Bilingual period, Bilingual earlier, Bilingual now, LocalDate earlierAsOf) {}

  /** The page. */
  public String html(Language language) {
    return Pages.html(
        "site.ftlh",
        language,
        SitePlace.INDEX,
        Map.of(
            "force", force.in(language),
            "releases", releases.stream().map(it -> shown(it, language)).toList(),
            "changes", changes.stream().map(it -> row(it, language)).toList()));
  }

  /** The page that leads to both languages. */
  public static String entrance() {
    return """
        <!DOCTYPE html>
        <html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="refresh" content="0; url=zh/index.html">
        <title>通报 · Bulletins</title></head>
        <body><p><a href="zh/index.html">中文</a> · <a href="en/index.html" lang="en">English</a></p></body></html>
        """;
  }

  /** The script that all pages of the site share. */
  public static String script() {
    return Pages.echarts();
  }

  private static Map<String, Object> shown(Entry entry, Language language) {
    return Map.of(
        "id", entry.release(),
        "as_of", PeriodName.day(entry.asOf()).in(language),
        "known_at", PeriodName.day(entry.knownAt()).in(language),
        "shelves", entry.shelves().stream().map(it -> shown(it, language)).toList());
  }

  private static Map<String, Object> shown(Shelf shelf, Language language) {
    return Map.of(
        "area", shelf.area().in(language),
        "links",
            shelf.links().stream()
                .map(it -> Map.of("period", it.period().in(language), "href", it.place().page()))
                .toList());
  }

  private static List<String> row(Change change, Language language) {
    return List.of(
        change.title().in(language),
        change.period().in(language),
        change.earlier().in(language),
        change.now().in(language),
        PeriodName.day(change.earlierAsOf()).in(language));
  }
}
