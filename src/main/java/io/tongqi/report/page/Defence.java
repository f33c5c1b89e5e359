package io.tongqi.report.page;

import io.tongqi.domain.Bilingual;
import io.tongqi.domain.Language;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.Nullable;

/**
 * What a figure rests on, in words.
 *
 * @param language of the words
 */
record Defence(Bulletin.Heading heading, Language language) {
  /** Heads how a figure is counted. */
  static final Bilingual DEFINITION = new Bilingual("口径", "Definition");

  private static final Bilingual PARTS = new Bilingual("分子／分母", "Part / whole");
  private static final Bilingual PARTS_IN_YUAN = new Bilingual("分子／分母（元）", "Part / whole (yuan)");
  private static final Bilingual VERDICT = new Bilingual("判定", "Verdict");

  /** Label and text of each point. */
  List<List<String>> of(Figure figure) {
    FigureYear current = figure.current();
    List<List<String>> points = new ArrayList<>();
    add(points, DEFINITION, MetricWords.of(figure.metric()).definition().in(language));
    if (figure.isRate()) {
      add(
          points,
          figure.metric().isOfMoney() ? PARTS_IN_YUAN : PARTS,
          FigureWords.fraction(figure.metric(), current));
    }
    add(points, VERDICT, figure.compared().reason().in(language));
    if (figure.compared().probability() != null) {
      add(
          points,
          new Bilingual("仅凭偶然出现这样大变化的可能", "How often chance alone makes so large a change"),
          FigureWords.odds(figure.compared().probability()).in(language));
    }
    addSource(points, current.coverage(), current.linesInQuarantine());
    return points;
  }

  /** Label and text of each point. */
  List<List<String>> of(ActivityFigure figure) {
    List<List<String>> points = new ArrayList<>();
    add(points, DEFINITION, ActivityWords.definition(figure.type(), figure.whole()).in(language));
    if (figure.whole().isPresent()) {
      add(points, PARTS, ActivityWords.fraction(figure));
    }
    add(points, VERDICT, figure.reason().in(language));
    addSource(points, figure.coverage(), figure.linesInQuarantine());
    return points;
  }

  private void addSource(
      List<List<String>> points, @Nullable Double coverage, long linesInQuarantine) {
    add(
        points,
        new Bilingual("数据覆盖", "Days covered"),
        coverage == null ? "—" : FigureWords.percent(coverage));
    add(
        points,
        new Bilingual("隔离待核行数", "Rejected lines that could change it"),
        String.valueOf(linesInQuarantine));
    add(
        points,
        new Bilingual("数据知悉日、发布编号", "Known at, release"),
        heading.place().knownAt() + " · " + heading.place().release());
  }

  private void add(List<List<String>> points, Bilingual label, String text) {
    points.add(List.of(label.in(language), text));
  }
}
