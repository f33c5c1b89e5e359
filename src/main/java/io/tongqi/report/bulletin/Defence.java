package io.tongqi.report.bulletin;

import io.tongqi.domain.Bilingual;
import io.tongqi.domain.Language;
import java.util.ArrayList;
import java.util.List;

/**
 * What a figure rests on, in words.
 *
 * @param language of the words
 */
record Defence(Bulletin.Heading heading, Language language) {
  /** Label and text of each point. */
  List<List<String>> of(Figure figure) {
    FigureYear current = figure.current();
    List<List<String>> points = new ArrayList<>();
    add(points, new Bilingual("口径", "Definition"), figure.definition().in(language));
    if (figure.isRate()) {
      add(
          points,
          new Bilingual("分子／分母", "Part / whole"),
          FigureWords.fraction(figure.metric(), current));
    }
    add(points, new Bilingual("判定", "Verdict"), figure.compared().reason().in(language));
    if (figure.compared().probability() != null) {
      add(
          points,
          new Bilingual("仅凭偶然出现这样大变化的可能", "How often chance alone makes so large a change"),
          FigureWords.odds(figure.compared().probability()).in(language));
    }
    add(points, new Bilingual("数据覆盖", "Days covered"), coverage(current));
    add(
        points,
        new Bilingual("隔离待核行数", "Rejected lines that could change it"),
        String.valueOf(current.linesInQuarantine()));
    add(
        points,
        new Bilingual("数据知悉日、发布编号", "Known at, release"),
        heading.knownAt() + " · " + heading.release());
    return points;
  }

  private static String coverage(FigureYear year) {
    return year.coverage() == null ? "—" : FigureWords.percent(year.coverage());
  }

  private void add(List<List<String>> points, Bilingual label, String text) {
    points.add(List.of(label.in(language), text));
  }

  /** The command that lists the entries which add up to it; of days those of the other days. */
  String trace(Figure figure) {
    return "jobs/tongqi trace --metric %s --group %s --area %s --window %s --release %s --records"
        .formatted(
            figure.tracedMetric().column(),
            figure.group(),
            heading.areaCode(),
            heading.window(),
            heading.release());
  }
}
