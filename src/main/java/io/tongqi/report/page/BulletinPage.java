package io.tongqi.report.page;

import io.tongqi.calendar.PeriodName;
import io.tongqi.domain.Bilingual;
import io.tongqi.domain.Language;
import io.tongqi.domain.Section;
import io.tongqi.figures.MetricSql;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A bulletin as one page of HTML that needs nothing else.
 *
 * @param bulletin what it says
 * @param language of its words
 */
public record BulletinPage(Bulletin bulletin, Language language) {
  /**
   * A figure in words.
   *
   * @param tone `record`, `withheld` or `plain`
   */
  public record Card(
      String id,
      String title,
      String number,
      String change,
      String standing,
      String certainty,
      String tone,
      Chart chart,
      Defence defence) {}

  /** A line of a list of figures. */
  public record Line(String title, String value, String change, String text, Defence defence) {}

  /** A chart with what its numbers rest on. */
  public record Drawing(Chart chart, Defence defence) {}

  /** The page, which needs nothing else. */
  public String html() {
    return html(SitePlace.ALONE);
  }

  /** The page as one of a site. */
  public String html(SitePlace place) {
    return Pages.html(
        "bulletin.ftlh",
        language,
        place,
        Map.of(
            "heading", heading(),
            "sections",
                bulletin.sections().stream().map(it -> it.name().toLowerCase(Locale.ROOT)).toList(),
            "model", model(),
            "calendars", calendars(),
            "speed", speed(),
            "chance", chance(),
            "activity_lines", bulletin.activities().stream().map(this::line).toList(),
            "sql", sql(),
            "versions", bulletin.heading().tableVersions()));
  }

  private Map<String, Object> model() {
    return Map.of(
        "headline", cards(bulletin.headline(), Section.HEADLINE),
        "records", lines(bulletin.headline().stream().filter(Figure::isRecord).toList()),
        "other_records", lines(bulletin.otherRecords()),
        "stations", stations(),
        "road_deaths", cards(bulletin.roadDeaths(), Section.ROAD_DEATHS),
        "undetermined", lines(bulletin.undetermined()));
  }

  private Map<String, Object> chance() {
    return Map.of(
        "tested", bulletin.tested().size(),
        "beyond", chance(bulletin.beyondChance()),
        "within", chance(bulletin.withinChance()));
  }

  /** The text of the SQL files that compute the figures, by name. */
  private Map<String, String> sql() {
    return MetricSql.texts(
        Stream.concat(
            bulletin.told().map(Figure::metric).map(MetricSql::file),
            bulletin.activities().stream().map(it -> MetricSql.fileOfActivities())));
  }

  private Map<String, String> heading() {
    Bulletin.Heading it = bulletin.heading();
    return Map.of(
        "area", it.area().in(language),
        "first_day", day(it.place().days().first()),
        "last_day", day(it.place().days().last()),
        "known_at", day(it.place().knownAt()),
        "release", it.place().release(),
        "since", it.recordedSince().in(language),
        "title",
            new Bilingual("%1%2警情通报", "%1: police bulletin, %2")
                .filled(it.area(), it.period())
                .in(language));
  }

  private String day(LocalDate day) {
    return PeriodName.day(day).in(language);
  }

  private List<Card> cards(List<Figure> figures, Section section) {
    String prefix = section.name().toLowerCase(Locale.ROOT) + "-";
    Set<Figure> withinChance = Set.copyOf(bulletin.withinChance());
    return figures.stream()
        .map(it -> card(it, prefix + it.id(), withinChance.contains(it)))
        .toList();
  }

  private Card card(Figure figure, String id, boolean isWithinChance) {
    return new Card(
        id,
        figure.title().in(language),
        FigureWords.value(figure.metric(), figure.current().value()).in(language),
        FigureWords.change(figure).in(language),
        FigureWords.standing(figure).in(language),
        FigureWords.certainty(figure, isWithinChance).in(language),
        figure.isUndetermined() ? "withheld" : figure.isRecord() ? "record" : "plain",
        new Charts(language).bars(figure, id + "-bars"),
        defence(figure));
  }

  private Defence defence(Figure figure) {
    return Defence.of(figure, bulletin.heading().place(), language);
  }

  private Line line(ActivityFigure figure) {
    return new Line(
        figure.name().in(language),
        ActivityWords.value(figure).in(language),
        ActivityWords.change(figure).in(language),
        ActivityWords.certainty(figure).in(language),
        Defence.of(figure, bulletin.heading().place(), language));
  }

  private List<Drawing> calendars() {
    return numbered(
        bulletin.calendars(), "calendar", new CalendarChart(language)::of, DayCalendar::figure);
  }

  /** The plots of stations; of a rate that too few stations may show, only that. */
  private List<Map<String, Object>> stations() {
    List<Map<String, Object>> plots = new ArrayList<>();
    for (StationRates rates : bulletin.stations()) {
      Map<String, Object> plot = new HashMap<>();
      plot.put("title", rates.title().in(language));
      plot.put("withheld", rates.withheld());
      plot.put("least", rates.leastCases());
      plot.put("is_of_money", rates.isOfMoney());
      if (rates.isComparable()) {
        plot.put("chart", new StationChart(language).of(rates, "stations-" + plots.size()));
        plot.put(
            "defence", Defence.ofStations(rates.figure(), bulletin.heading().place(), language));
        plot.put("target", FigureWords.percent(rates.funnel().target()));
        plot.put("overdispersion", FigureWords.number(rates.funnel().overdispersion()));
      }
      plots.add(plot);
    }
    return plots;
  }

  private Map<String, Object> speed() {
    return Map.of(
        "cards", cards(bulletin.caseSpeed(), Section.CASE_SPEED),
        "ages", numbered(bulletin.ages(), "ages", new Charts(language)::ages, CaseAges::figure));
  }

  private <T> List<Drawing> numbered(
      List<T> items,
      String prefix,
      BiFunction<T, String, Chart> chart,
      Function<T, Figure> figure) {
    List<Drawing> drawings = new ArrayList<>();
    items.forEach(
        it ->
            drawings.add(
                new Drawing(
                    chart.apply(it, prefix + "-" + drawings.size()), defence(figure.apply(it)))));
    return drawings;
  }

  private List<Line> lines(List<Figure> figures) {
    return figures.stream().map(it -> line(it, it.compared().reason().in(language))).toList();
  }

  private List<Line> chance(List<Figure> figures) {
    return figures.stream()
        .map(it -> line(it, FigureWords.odds(it.compared().probability()).in(language)))
        .toList();
  }

  private Line line(Figure figure, String text) {
    return new Line(
        figure.title().in(language),
        FigureWords.value(figure.metric(), figure.current().value()).in(language),
        FigureWords.change(figure).in(language),
        text,
        defence(figure));
  }
}
