package io.tongqi.bulletin;

import static org.apache.spark.sql.functions.col;

import io.tongqi.calendar.DayRange;
import io.tongqi.calendar.PeriodName;
import io.tongqi.domain.Area;
import io.tongqi.domain.AreaLevel;
import io.tongqi.domain.Bilingual;
import io.tongqi.domain.Language;
import io.tongqi.domain.Metric;
import io.tongqi.export.PageFile;
import io.tongqi.reference.District;
import io.tongqi.release.Release;
import io.tongqi.report.page.Bulletin;
import io.tongqi.report.page.BulletinPage;
import io.tongqi.report.page.FigureWords;
import io.tongqi.report.page.MetricWords;
import io.tongqi.report.page.Names;
import io.tongqi.report.page.SitePage;
import io.tongqi.report.page.SitePage.Link;
import io.tongqi.report.page.SitePage.Shelf;
import io.tongqi.report.page.SitePlace;
import io.tongqi.settings.BulletinFile;
import io.tongqi.settings.Settings;
import io.tongqi.tables.BilingualColumn;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import io.tongqi.tables.View;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A folder of bulletins that any web server can serve: of every release whose figures stand, of the
 * force and its districts, of every window, in both languages.
 *
 * @param tables named at the versions of the newest release
 * @param releases those whose figures stand, the newest first
 * @param windows those to write; all if empty
 */
public record Site(
    Tables tables,
    Settings settings,
    List<Release> releases,
    Set<String> windows,
    BulletinFile content,
    Path folder) {
  private static final List<Metric> TOLD =
      List.of(Metric.INCIDENTS_REPORTED, Metric.CASES_FILED, Metric.CASES_CLEARED, Metric.DEATHS);

  /** A window of a release with its current days. */
  private record Current(String window, DayRange days) {}

  /**
   * Writes what is missing, and all pages of the newest release.
   *
   * @return how many bulletins were written
   * @throws io.tongqi.faults.SettingsException when a page cannot be written
   */
  public int write() {
    int written = 0;
    List<SitePage.Entry> entries = new ArrayList<>();
    BulletinReader reader = BulletinReader.of(tables, settings);
    for (Release release : releases) {
      List<Current> current = current(release);
      List<Shelf> shelves = new ArrayList<>();
      for (Area area : areas()) {
        List<Link> links = new ArrayList<>();
        for (Current it : current) {
          SitePlace place =
              new SitePlace("%s/%s-%s.html".formatted(release.id(), area.code(), it.window()));
          links.add(new Link(PeriodName.of(it.days()), place));
          written += write(reader, release, area, it, place);
        }
        shelves.add(new Shelf(new Names(settings).of(area), links));
      }
      entries.add(new SitePage.Entry(release.id(), release.asOf(), release.knownAt(), shelves));
    }
    writeIndex(entries);
    return written;
  }

  private int write(
      BulletinReader reader, Release release, Area area, Current current, SitePlace place) {
    boolean isThere =
        Stream.of(Language.values()).allMatch(it -> Files.exists(folder.resolve(place.path(it))));
    if (isThere && !release.equals(releases.get(0))) {
      return 0;
    }
    Bulletin bulletin = reader.read(release, area, current.window(), content);
    for (Language language : Language.values()) {
      PageFile.write(
          folder.resolve(place.path(language)), new BulletinPage(bulletin, language).html(place));
    }
    return 1;
  }

  private List<Area> areas() {
    return Stream.concat(
            Stream.of(new Area(AreaLevel.FORCE, settings.force().code())),
            settings.reference().districts().stream()
                .map(District::district)
                .map(it -> new Area(AreaLevel.DISTRICT, it)))
        .toList();
  }

  /** The windows that end last first; of several for the same days, one. */
  private List<Current> current(Release release) {
    return gold(Table.SAME_PERIODS.fullName(), release)
        .where("is_current AND is_defined")
        .orderBy(col("last_day").desc(), col("days").desc())
        .collectAsList()
        .stream()
        .map(
            row ->
                new Current(
                    row.getAs("window"),
                    new DayRange(Request.day(row, "first_day"), Request.day(row, "last_day"))))
        .filter(it -> windows.isEmpty() || windows.contains(it.window()))
        .collect(Collectors.toMap(Current::days, it -> it, (one, same) -> one, LinkedHashMap::new))
        .values()
        .stream()
        .toList();
  }

  private Dataset<Row> gold(String name, Release release) {
    return tables.spark().table(name).where(col("as_of").equalTo(Date.valueOf(release.asOf())));
  }

  private void writeIndex(List<SitePage.Entry> entries) {
    SitePage page =
        new SitePage(
            settings.force().name(),
            entries,
            releases.stream().findFirst().map(this::changes).orElse(List.of()));
    for (Language language : Language.values()) {
      PageFile.write(folder.resolve(SitePlace.INDEX.path(language)), page.html(language));
    }
    PageFile.write(folder.resolve(SitePlace.SCRIPT), SitePage.script());
    PageFile.write(folder.resolve("index.html"), SitePage.entrance());
  }

  /** Of the force and its districts, in the current periods. */
  private List<SitePage.Change> changes(Release newest) {
    List<Current> current = current(newest);
    return gold(View.WHAT_CHANGED.fullName(), newest)
        .where(col("area_level").notEqual(AreaLevel.STATION.column()))
        .where(col("measure").isin(TOLD.stream().map(Metric::column).toArray()))
        .orderBy("area_level", "area", "window", "category_group", "measure")
        .collectAsList()
        .stream()
        .flatMap(row -> change(row, current).stream())
        .toList();
  }

  private Optional<SitePage.Change> change(Row row, List<Current> current) {
    Metric metric = Metric.of(row.getAs("measure"));
    boolean isPublished =
        settings
            .reference()
            .publishedGroups(AreaLevel.of(row.getAs("area_level")))
            .contains(row.<String>getAs("category_group"));
    return current.stream()
        .filter(it -> isPublished && it.window().equals(row.getAs("window")))
        .filter(it -> it.days().last().getYear() == row.<Integer>getAs("year"))
        .findFirst()
        .map(
            it ->
                new SitePage.Change(
                    new Bilingual("%1 · %2 · %3", "%1: %2, %3")
                        .filled(
                            BilingualColumn.of(row, "area_name"),
                            BilingualColumn.of(row, "category_group_name"),
                            MetricWords.of(metric).name()),
                    PeriodName.of(it.days()),
                    FigureWords.value(metric, (double) row.<Long>getAs("earlier_value")),
                    FigureWords.value(metric, (double) row.<Long>getAs("value")),
                    Request.day(row, "earlier_as_of")));
  }
}
