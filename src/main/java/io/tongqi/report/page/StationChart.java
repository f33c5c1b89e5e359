package io.tongqi.report.page;

import io.tongqi.domain.Bilingual;
import io.tongqi.domain.Language;
import io.tongqi.report.page.StationRates.Place;
import io.tongqi.report.page.StationRates.Station;
import io.tongqi.statistics.Funnel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongToDoubleFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A funnel plot: each station by its cases and its rate, with the limits of chance.
 *
 * @param language of its words
 */
record StationChart(Language language) {
  private static final double HUNDRED = 100;
  private static final int HEIGHT = 360;
  private static final int POINTS = 60;

  /** The plot of some rates. */
  Chart of(StationRates rates, String id) {
    Funnel funnel = rates.funnel();
    Map<Station, Place> placed = rates.places();
    List<Object> series = new ArrayList<>();
    for (double level : StationRates.LEVELS) {
      String name = limits(level);
      String dash = level == StationRates.LEVELS.get(0) ? "dashed" : "solid";
      series.add(line(name, dash, rates, it -> rates.limits(funnel, it, level).low()));
      series.add(line(name, dash, rates, it -> rates.limits(funnel, it, level).high()));
    }
    series.add(line(all(), "dotted", rates, it -> funnel.target()));
    for (Place place : Place.values()) {
      series.add(points(rates, placed, place));
    }
    Map<String, Object> option =
        Options.of(
            "animation", false,
            "grid", Options.of("left", 52, "right", 76, "top", 78, "bottom", 46),
            "legend", legend(),
            "tooltip", Options.of("trigger", "item"),
            "xAxis",
                Options.of(
                    "type",
                    "value",
                    "name",
                    whole(rates).in(language),
                    "nameLocation",
                    "middle",
                    "nameGap",
                    28,
                    "splitNumber",
                    4,
                    "axisLabel",
                    Options.of("hideOverlap", true),
                    "min",
                    0),
            "yAxis",
                Options.of(
                    "type",
                    "value",
                    "scale",
                    true,
                    "axisLabel",
                    Options.of("formatter", "{value}%")),
            "series", series);
    return new Chart(
        id,
        new Bilingual("%1，各派出所", "%1, by station").filled(rates.title()).in(language),
        Options.json(option),
        HEIGHT,
        Stream.of(
                new Bilingual("派出所", "station"),
                new Bilingual("比率", "rate"),
                new Bilingual("分子／分母", "part / whole"),
                new Bilingual("与控制限相比", "against the limits"))
            .map(it -> it.in(language))
            .toList(),
        rates.stations().stream().map(it -> row(rates, it, placed.get(it))).toList());
  }

  /** Lines without the dots that they do not have. */
  private Map<String, Object> legend() {
    Stream<Map<String, Object>> lines =
        Stream.concat(StationRates.LEVELS.stream().map(this::limits), Stream.of(all()))
            .map(it -> Options.of("name", it, "itemStyle", Options.of("opacity", 0)));
    Stream<Map<String, Object>> places =
        Stream.of(Place.values()).map(it -> Options.of("name", it.text().in(language)));
    return Options.of(
        "top",
        0,
        "itemWidth",
        22,
        "data",
        Stream.concat(lines, places).toList(),
        "textStyle",
        Options.of("fontSize", 11));
  }

  private String limits(double level) {
    return new Bilingual("%1 控制限", "%1 limits").filled(FigureWords.percent(level)).in(language);
  }

  private String all() {
    return new Bilingual("总体", "all together").in(language);
  }

  private static Bilingual whole(StationRates rates) {
    return rates.isOfMoney()
        ? new Bilingual("涉案损失金额", "value lost")
        : new Bilingual("立案数", "cases filed");
  }

  private static double shown(StationRates rates, long denominator) {
    return rates.isOfMoney() ? denominator / HUNDRED : denominator;
  }

  private static Map<String, Object> line(
      String name, String dash, StationRates rates, LongToDoubleFunction limit) {
    return Options.of(
        "type",
        "line",
        "name",
        name,
        "symbol",
        "none",
        "silent",
        true,
        "lineStyle",
        Options.of("color", "#555555", "width", 1.2, "type", dash),
        "itemStyle",
        Options.of("color", "#555555"),
        "data",
        denominators(rates)
            .mapToObj(
                it ->
                    List.of(
                        shown(rates, it),
                        Math.round(limit.applyAsDouble(it) * HUNDRED * HUNDRED) / HUNDRED))
            .toList());
  }

  /** Those that the limits are drawn at: from the smallest station to the largest. */
  private static LongStream denominators(StationRates rates) {
    long least = rates.stations().stream().mapToLong(Station::denominator).min().orElseThrow();
    long most = rates.stations().stream().mapToLong(Station::denominator).max().orElseThrow();
    long first = Math.max(1, least * 4 / 5);
    long last = Math.max(first + 1, most * 21 / 20);
    return LongStream.rangeClosed(0, POINTS)
        .map(it -> first + (last - first) * it / POINTS)
        .distinct();
  }

  private Map<String, Object> points(StationRates rates, Map<Station, Place> placed, Place place) {
    String symbol =
        switch (place) {
          case WITHIN -> "circle";
          case BETWEEN -> "triangle";
          case OUTSIDE -> "diamond";
        };
    return Options.of(
        "type", "scatter",
        "name", place.text().in(language),
        "symbol", symbol,
        "symbolSize", place == Place.WITHIN ? 10 : 14,
        "itemStyle", Options.of("color", place == Place.WITHIN ? "#6d8cab" : Options.CURRENT),
        "labelLayout", Options.of("moveOverlap", "shiftY"),
        "label",
            Options.of(
                "show",
                true,
                "position",
                "right",
                "formatter",
                "{b}",
                "fontSize",
                11,
                "color",
                Options.INK),
        "tooltip", Options.of("formatter", "{b}"),
        "data",
            rates.stations().stream()
                .filter(it -> placed.get(it) == place)
                .map(
                    it ->
                        Options.of(
                            "name", it.name().in(language),
                            "value",
                                List.of(
                                    shown(rates, it.denominator()),
                                    Math.round(it.rate() * HUNDRED * HUNDRED) / HUNDRED)))
                .toList());
  }

  private List<String> row(StationRates rates, Station station, Place place) {
    String fraction =
        rates.isOfMoney()
            ? String.format(
                Locale.ROOT,
                "%,.2f / %,.2f",
                station.numerator() / HUNDRED,
                station.denominator() / HUNDRED)
            : String.format(Locale.ROOT, "%,d / %,d", station.numerator(), station.denominator());
    return List.of(
        station.name().in(language),
        FigureWords.percent(station.rate()),
        fraction,
        place.text().in(language));
  }
}
