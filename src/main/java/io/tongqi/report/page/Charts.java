package io.tongqi.report.page;

import io.tongqi.domain.Bilingual;
import io.tongqi.domain.Kind;
import io.tongqi.domain.Language;
import io.tongqi.statistics.Survival;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.annotation.Nullable;

/**
 * The charts of figures and of cases' ages. They are told apart by shape and pattern, not by colour
 * alone.
 *
 * @param language of their words
 */
record Charts(Language language) {
  private static final double HUNDRED = 100;
  private static final int HEIGHT_OF_BARS = 150;
  private static final int HEIGHT_OF_AGES = 300;

  /** A bar a year; the current one is dark, one that is not wholly covered is hatched. */
  Chart bars(Figure figure, String id) {
    List<Object> bars = new ArrayList<>();
    for (FigureYear year : figure.years()) {
      bars.add(bar(figure, year));
    }
    boolean isNegative =
        figure.years().stream().anyMatch(it -> it.value() != null && it.value() < 0);
    Map<String, Object> option =
        Options.of(
            "animation", false,
            "grid", Options.of("left", 4, "right", 20, "top", 22, "bottom", 22),
            "xAxis",
                Options.of(
                    "type", "category",
                    "data", figure.years().stream().map(it -> String.valueOf(it.year())).toList(),
                    "axisTick", Options.of("show", false),
                    "axisLine", Options.of("lineStyle", Options.of("color", Options.GRID)),
                    "axisLabel",
                        Options.of(
                            "color",
                            Options.INK,
                            "fontSize",
                            10,
                            "interval",
                            0,
                            "hideOverlap",
                            true)),
            "yAxis", isNegative ? Options.of("show", false) : Options.of("show", false, "min", 0),
            "tooltip", Options.of("trigger", "item"),
            "series", List.of(Options.of("type", "bar", "barCategoryGap", "30%", "data", bars)));
    return new Chart(
        id,
        text("%1，历年同期", "%1, the same period of each year").filled(figure.title()).in(language),
        Options.json(option),
        HEIGHT_OF_BARS,
        header(figure),
        figure.years().stream().map(it -> row(figure, it)).toList());
  }

  private Map<String, Object> bar(Figure figure, FigureYear year) {
    boolean isCurrent = year.year() == figure.current().year();
    String words = FigureWords.value(figure.metric(), year.value()).in(language);
    Map<String, Object> style = Options.of("color", isCurrent ? Options.CURRENT : Options.OTHER);
    if (!year.isCovered()) {
      style.put("decal", Options.HATCHED);
    }
    return Options.of(
        "name", String.valueOf(year.year()),
        "value", shown(figure.metric().kind(), year.value()),
        "itemStyle", style,
        "label",
            Options.of(
                "show",
                isCurrent,
                "position",
                "top",
                "fontSize",
                12,
                "fontWeight",
                "bold",
                "color",
                Options.INK,
                "formatter",
                FigureWords.digits(figure.metric(), year.value())),
        "tooltip", Options.of("formatter", year.year() + ": " + words));
  }

  /** The number that is drawn: percent of a rate, money as it is paid. */
  private static @Nullable Double shown(Kind kind, @Nullable Double value) {
    if (value == null) {
      return null;
    }
    return switch (kind) {
      case COUNT, DAYS, RUN -> value;
      case MONEY -> value / HUNDRED;
      case RATE -> value * HUNDRED;
    };
  }

  private List<String> header(Figure figure) {
    Stream<Bilingual> first = Stream.of(text("年份", "year"), text("数值", "value"));
    Stream<Bilingual> ofRates =
        figure.isRate() ? Stream.of(text("分子／分母", "part / whole")) : Stream.empty();
    return Stream.of(first, ofRates, Stream.of(text("数据覆盖", "days covered")))
        .flatMap(it -> it)
        .map(it -> it.in(language))
        .toList();
  }

  private List<String> row(Figure figure, FigureYear year) {
    Stream<String> first =
        Stream.of(
            String.valueOf(year.year()),
            FigureWords.value(figure.metric(), year.value()).in(language));
    Stream<String> ofRates =
        figure.isRate() ? Stream.of(FigureWords.fraction(figure.metric(), year)) : Stream.empty();
    String coverage = year.coverage() == null ? "—" : FigureWords.percent(year.coverage());
    return Stream.of(first, ofRates, Stream.of(coverage)).flatMap(it -> it).toList();
  }

  /** The share of cases that is cleared at an age, a line a year. */
  Chart ages(CaseAges cases, String id) {
    int last = cases.years().size() - 1;
    List<Object> lines = new ArrayList<>();
    for (int place = 0; place <= last; place++) {
      CaseAges.Year year = cases.years().get(place);
      lines.add(
          Options.of(
              "type", "line",
              "name", String.valueOf(year.year()),
              "step", "end",
              "symbol", "none",
              "lineStyle",
                  Options.of(
                      "color",
                      place == last ? Options.CURRENT : "#777777",
                      "width",
                      place == last ? 3 : 2,
                      "type",
                      place == last ? "solid" : "dashed"),
              "itemStyle", Options.of("color", place == last ? Options.CURRENT : "#777777"),
              "data", points(year)));
    }
    Map<String, Object> option =
        Options.of(
            "animation", false,
            "grid", Options.of("left", 46, "right", 20, "top", 34, "bottom", 42),
            "legend", Options.of("top", 0),
            "tooltip", Options.of("trigger", "axis"),
            "xAxis",
                Options.of(
                    "type",
                    "value",
                    "min",
                    0,
                    "name",
                    text("立案后天数", "days since filing").in(language),
                    "nameLocation",
                    "middle",
                    "nameGap",
                    26),
            "yAxis",
                Options.of(
                    "type",
                    "value",
                    "min",
                    0,
                    "max",
                    100,
                    "axisLabel",
                    Options.of("formatter", "{value}%")),
            "series", lines);
    return new Chart(
        id,
        text("%1：立案后若干天内已破的比例", "%1: the share cleared within so many days of filing")
            .filled(cases.title())
            .in(language),
        Options.json(option),
        HEIGHT_OF_AGES,
        Stream.of(
                text("年份", "year"),
                text("立案", "cases filed"),
                text("已破（未作修正）", "cleared, plain share"),
                text("30 天内", "within 30 days"),
                text("90 天内", "within 90 days"),
                text("180 天内", "within 180 days"))
            .map(it -> it.in(language))
            .toList(),
        cases.years().stream().map(Charts::ageRow).toList());
  }

  private static List<List<Double>> points(CaseAges.Year year) {
    List<List<Double>> points = new ArrayList<>();
    points.add(List.of(0.0, 0.0));
    for (Survival.Step step : year.steps()) {
      points.add(List.of(step.age(), cleared(step)));
    }
    double last = year.ages().isEmpty() ? 0 : year.ages().get(year.ages().size() - 1).age();
    points.add(List.of(last, points.get(points.size() - 1).get(1)));
    return points;
  }

  private static double cleared(Survival.Step step) {
    return Math.round((1 - step.survival()) * HUNDRED * HUNDRED) / HUNDRED;
  }

  private static List<String> ageRow(CaseAges.Year year) {
    return List.of(
        String.valueOf(year.year()),
        String.format(Locale.ROOT, "%,d", year.filed()),
        FigureWords.percent(year.rawRate()),
        within(year, 30),
        within(year, 90),
        within(year, 180));
  }

  /** What is cleared by an age; a dash where no case is so old yet. */
  private static String within(CaseAges.Year year, int days) {
    if (year.ages().stream().noneMatch(it -> it.age() >= days)) {
      return "—";
    }
    return year.steps().stream()
        .filter(it -> it.age() <= days)
        .reduce((one, later) -> later)
        .map(it -> FigureWords.percent(1 - it.survival()))
        .orElse("0%");
  }

  private static Bilingual text(String zh, String en) {
    return new Bilingual(zh, en);
  }
}
