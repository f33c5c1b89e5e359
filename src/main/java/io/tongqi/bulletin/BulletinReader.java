package io.tongqi.bulletin;

import io.tongqi.calendar.DayRange;
import io.tongqi.calendar.PeriodName;
import io.tongqi.domain.Area;
import io.tongqi.domain.Bilingual;
import io.tongqi.release.Release;
import io.tongqi.report.page.Bulletin;
import io.tongqi.report.page.Bulletin.Heading;
import io.tongqi.report.page.Figure;
import io.tongqi.report.page.FigurePlace;
import io.tongqi.report.page.Names;
import io.tongqi.settings.BulletinFile;
import io.tongqi.settings.Settings;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/**
 * Reads bulletins.
 *
 * @param tables named at the versions of the release, or of a later one
 * @param categories category and category group of each membership
 */
public record BulletinReader(Tables tables, Settings settings, List<Row> categories) {
  private static final Map<String, Bilingual> RECORDED =
      new TreeMap<>(
          Map.of(
              "incidents_reported", new Bilingual("接报警情 %1 起", "%1 incidents reported"),
              "cases_filed", new Bilingual("立案 %1 起", "%1 cases filed"),
              "cases_cleared", new Bilingual("破案 %1 起", "%1 cases cleared"),
              "deaths", new Bilingual("死亡 %1 人", "%1 deaths")));

  /** Those of the tables that the session names. */
  public static BulletinReader of(Tables tables, Settings settings) {
    return new BulletinReader(
        tables,
        settings,
        tables
            .spark()
            .table(Table.CATEGORIES.fullName())
            .select("category", "category_group")
            .collectAsList());
  }

  /**
   * The bulletin of an area and a window in a release.
   *
   * @param area the force or a district
   * @throws io.tongqi.faults.SettingsException when the release has no such window, or a figure is
   *     chosen that there is none of
   */
  public Bulletin read(Release release, Area area, String window, BulletinFile file) {
    Request request = new Request(tables, settings, release, area, window, categories);
    List<Request.Period> periods = request.periods();
    request.register(periods);
    List<Figure> all =
        new ReadFigures(request).all(periods, settings.reference().publishedGroups(area.level()));
    Chosen chosen = new Chosen(all);
    List<Figure> headline = chosen.headline(file);
    List<Figure> stations = chosen.stationRates(headline);
    return new Bulletin(
        heading(request, periods),
        file.sections(),
        headline,
        fit(all, headline),
        new ZeroDayCalendars(request, periods).of(chosen.zeroDays(headline)),
        new StationComparison(request, periods).of(stations),
        chosen.roadDeaths(headline),
        chosen.caseSpeed(),
        new CaseCohorts(request, periods).of(chosen.cohorts(headline)),
        new ReadActivities(request).all());
  }

  /** Those of the headline, and of all groups those of the usual metrics that there are. */
  private static List<Figure> fit(List<Figure> all, List<Figure> headline) {
    return Stream.concat(
            headline.stream(),
            all.stream()
                .filter(it -> Bulletin.PUBLISHED.contains(it.metric()))
                .filter(it -> it.current().value() != null || it.hasEarlierValue()))
        .distinct()
        .toList();
  }

  private Heading heading(Request request, List<Request.Period> periods) {
    Release release = request.release();
    Request.Period current = periods.get(periods.size() - 1);
    DayRange days = new DayRange(current.firstDay(), current.lastDay());
    return new Heading(
        FigurePlace.of(release, request.area(), request.window(), days),
        new Names(settings).of(request.area()),
        PeriodName.of(days),
        recordedSince(request),
        new TreeMap<>(release.tableVersions()));
  }

  private static Bilingual recordedSince(Request request) {
    Row later = request.rows("recorded_since").get(0);
    List<Bilingual> parts =
        RECORDED.entrySet().stream()
            .flatMap(
                it ->
                    Optional.of(later.<Long>getAs(it.getKey())).filter(sum -> sum != 0).stream()
                        .map(sum -> it.getValue().filled("%+d".formatted(sum))))
            .toList();
    return parts.isEmpty()
        ? new Bilingual(
            "到本页生成时，没有再记录本期的变动。",
            "By the time of this page nothing more had been recorded of this period.")
        : new Bilingual(
                "到本页生成时，又记录了本期的变动（%1），未计入。",
                "By the time of this page more had been recorded of this period and is left out: %1.")
            .filled(Bilingual.joined(parts));
  }
}
