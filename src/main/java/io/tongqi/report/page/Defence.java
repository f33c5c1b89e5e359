package io.tongqi.report.page;

import io.tongqi.domain.Bilingual;
import io.tongqi.domain.Language;
import io.tongqi.figures.MetricSql;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.Nullable;

/**
 * What a number on a page rests on.
 *
 * @param points label and text of each
 * @param query the SQL that reads it from the tables; blank where none were read
 * @param trace the command that lists what adds up to it; blank where none were read
 * @param file the SQL file that computes it; blank where none were read
 */
public record Defence(List<List<String>> points, String query, String trace, String file) {
  private static final Bilingual DEFINITION = new Bilingual("口径", "Definition");
  private static final Bilingual PARTS = new Bilingual("分子／分母", "Part / whole");
  private static final Bilingual PARTS_IN_YUAN = new Bilingual("分子／分母（元）", "Part / whole (yuan)");
  private static final Bilingual VERDICT = new Bilingual("判定", "Verdict");

  /** That of a figure. */
  static Defence of(Figure figure, FigurePlace place, Language language) {
    return of(figure, place, language, place.query(figure.metric(), figure.group()));
  }

  /** That of a figure's rates of stations. */
  static Defence ofStations(Figure figure, FigurePlace place, Language language) {
    return of(figure, place, language, place.queryOfStations(figure));
  }

  private static Defence of(Figure figure, FigurePlace place, Language language, String query) {
    FigureYear current = figure.current();
    Points points = new Points(language);
    points.add(DEFINITION, MetricWords.of(figure.metric()).definition());
    if (figure.isRate()) {
      points.add(
          figure.metric().isOfMoney() ? PARTS_IN_YUAN : PARTS,
          FigureWords.fraction(figure.metric(), current));
    }
    points.add(VERDICT, figure.compared().reason());
    if (figure.compared().probability() != null) {
      points.add(
          new Bilingual("仅凭偶然出现这样大变化的可能", "How often chance alone makes so large a change"),
          FigureWords.odds(figure.compared().probability()));
    }
    points.add(place, current.coverage(), current.linesInQuarantine());
    return new Defence(
        points.all(),
        query,
        place.trace(figure.metric(), figure.group()),
        MetricSql.file(figure.metric()));
  }

  /** That of an activity. */
  static Defence of(ActivityFigure figure, FigurePlace place, Language language) {
    Points points = new Points(language);
    points.add(DEFINITION, ActivityWords.definition(figure.type(), figure.whole()));
    if (figure.whole().isPresent()) {
      points.add(PARTS, ActivityWords.fraction(figure));
    }
    points.add(VERDICT, figure.reason());
    points.add(place, figure.coverage(), figure.linesInQuarantine());
    return new Defence(
        points.all(),
        place.query(figure.activity()),
        place.entries(figure.activity(), figure.type(), figure.whole()),
        MetricSql.fileOfActivities());
  }

  /** Labels and texts as they are gathered. */
  record Points(Language language, List<List<String>> all) {
    Points(Language language) {
      this(language, new ArrayList<>());
    }

    void add(Bilingual label, Bilingual text) {
      add(label, text.in(language));
    }

    void addDefinition(Bilingual text) {
      add(DEFINITION, text);
    }

    private void add(Bilingual label, String text) {
      all.add(List.of(label.in(language), text));
    }

    private void add(FigurePlace place, @Nullable Double coverage, long linesInQuarantine) {
      add(
          new Bilingual("数据覆盖", "Days covered"),
          coverage == null ? "—" : FigureWords.percent(coverage));
      add(
          new Bilingual("隔离待核行数", "Rejected lines that could change it"),
          String.valueOf(linesInQuarantine));
      add(
          new Bilingual("数据知悉日、发布编号", "Known at, release"),
          place.knownAt() + " · " + place.release());
    }
  }
}
