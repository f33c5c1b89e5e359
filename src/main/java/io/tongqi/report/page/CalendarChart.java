package io.tongqi.report.page;

import io.tongqi.domain.Bilingual;
import io.tongqi.domain.Language;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A calendar of each year's period: darker the more happened, a dot on a day without anything, a
 * cross on a day that is not known.
 *
 * @param language of its words
 */
record CalendarChart(Language language) {
  private static final int TOP = 56;
  private static final int ROW = 11;
  private static final int WEEK = 7;
  private static final int GAP = 14;
  private static final double MOST = 0.95;
  private static final String CROSS =
      "path://M1,0L5,4L9,0L10,1L6,5L10,9L9,10L5,6L1,10L0,9L4,5L0,1Z";

  /** The chart of a calendar. */
  Chart of(DayCalendar calendar, String id) {
    List<Object> calendars = new ArrayList<>();
    List<Object> series = new ArrayList<>();
    List<Integer> heats = new ArrayList<>();
    List<DayCalendar.Year> newestFirst = new ArrayList<>(calendar.years());
    Collections.reverse(newestFirst);
    for (DayCalendar.Year year : newestFirst) {
      int place = calendars.size();
      calendars.add(frame(year, place));
      heats.add(series.size());
      series.add(
          Options.of(
              "type",
              "heatmap",
              "coordinateSystem",
              "calendar",
              "calendarIndex",
              place,
              "data",
              year.counts().entrySet().stream()
                  .map(it -> List.of(it.getKey().toString(), it.getValue()))
                  .toList()));
      series.add(marks(zeros(), "circle", 7, year.isToldByDay() ? year.zeros() : List.of(), place));
      series.add(marks(unknown(), CROSS, 7, List.copyOf(year.unknown()), place));
    }
    Map<String, Object> option =
        Options.of(
            "animation",
            false,
            "calendar",
            calendars,
            "tooltip",
            Options.of("trigger", "item"),
            "legend",
            Options.of("top", 0, "data", List.of(zeros(), unknown())),
            "visualMap",
            Options.of(
                "type",
                "continuous",
                "seriesIndex",
                heats,
                "min",
                0,
                "max",
                Math.max(1, most(calendar)),
                "orient",
                "horizontal",
                "left",
                "center",
                "top",
                24,
                "itemHeight",
                90,
                "itemWidth",
                10,
                "text",
                List.of(words("多", "more"), words("少", "fewer")),
                "inRange",
                Options.of("color", List.of("#f4f6f8", "#c9d6e2", "#7f9fbe"))),
            "series",
            series);
    return new Chart(
        id,
        new Bilingual("%1，逐日", "%1, day by day").filled(calendar.title()).in(language),
        Options.json(option),
        TOP + calendars.size() * (WEEK * ROW + GAP) + GAP,
        List.of(
            words("年份", "year"),
            words("零日天数", "days without"),
            words("情况不明天数", "unknown days"),
            words("日期", "dates")),
        newestFirst.stream().map(this::row).toList());
  }

  private Map<String, Object> frame(DayCalendar.Year year, int place) {
    return Options.of(
        "top", TOP + GAP + place * (WEEK * ROW + GAP),
        "left", 48,
        "right", 8,
        "cellSize", List.of("auto", ROW),
        "range", List.of(year.firstDay().toString(), year.lastDay().toString()),
        "splitLine", Options.of("lineStyle", Options.of("color", "#888888", "width", 1)),
        "itemStyle", Options.of("color", "#ffffff", "borderColor", "#e3e7eb", "borderWidth", 0.5),
        "dayLabel", Options.of("show", false),
        "monthLabel",
            Options.of(
                "show",
                place == 0,
                "nameMap",
                language == Language.ZH ? "ZH" : "EN",
                "fontSize",
                10),
        "yearLabel",
            Options.of(
                "show",
                true,
                "position",
                "left",
                "margin",
                8,
                "fontSize",
                12,
                "color",
                Options.INK,
                "formatter",
                String.valueOf(year.year())));
  }

  private static Map<String, Object> marks(
      String name, String symbol, int size, List<LocalDate> days, int place) {
    return Options.of(
        "type",
        "scatter",
        "name",
        name,
        "coordinateSystem",
        "calendar",
        "calendarIndex",
        place,
        "symbol",
        symbol,
        "symbolSize",
        size,
        "itemStyle",
        Options.of("color", "#111111"),
        "data",
        days.stream().map(it -> List.of(it.toString(), 0)).toList());
  }

  /** The amount that 95 % of the days do not exceed: a single bad day shall not pale all others. */
  private static long most(DayCalendar calendar) {
    List<Long> amounts =
        calendar.years().stream().flatMap(it -> it.counts().values().stream()).sorted().toList();
    return amounts.isEmpty() ? 0 : amounts.get((int) (MOST * (amounts.size() - 1)));
  }

  private List<String> row(DayCalendar.Year year) {
    String dates =
        year.isToldByDay()
            ? year.zeros().stream().map(LocalDate::toString).collect(Collectors.joining("、"))
            : words(
                "有记录缺少日期，无法逐日列出", "records lack their day, so the days cannot be told one by one");
    return Stream.of(
            String.valueOf(year.year()),
            String.valueOf(year.zeroDays()),
            String.valueOf(year.unknownDays()),
            language == Language.ZH ? dates : dates.replace("、", ", "))
        .toList();
  }

  private String zeros() {
    return words("零日", "nothing happened");
  }

  private String unknown() {
    return words("情况不明", "not known");
  }

  private String words(String zh, String en) {
    return new Bilingual(zh, en).in(language);
  }
}
