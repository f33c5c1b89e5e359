package io.tongqi.report.page;

import io.tongqi.calendar.DayRange;
import io.tongqi.comparison.RecordStanding;
import io.tongqi.domain.Activity;
import io.tongqi.domain.Area;
import io.tongqi.domain.AreaLevel;
import io.tongqi.domain.Bilingual;
import io.tongqi.domain.Metric;
import io.tongqi.domain.Section;
import io.tongqi.statistics.Survival.Seen;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.Nullable;

/** A bulletin of a town that does not exist. */
public final class MadeUp {
  private static final Bilingual THEFT = new Bilingual("盗窃", "Theft");

  private MadeUp() {}

  /** A figure with a value a year, the newest last; its change and place are as they are told. */
  static Figure figure(Metric metric, Figure.Compared compared, Double... values) {
    List<FigureYear> years = new ArrayList<>();
    for (Double value : values) {
      years.add(
          new FigureYear(
              2025 - values.length + years.size(), value, null, null, null, null, 1.0, 0));
    }
    return figure(metric, compared, years);
  }

  static Figure figure(Metric metric, Figure.Compared compared, List<FigureYear> years) {
    return new Figure(metric, "theft", THEFT, years, compared);
  }

  static Figure.Compared compared(RecordStanding record, Double change, Double probability) {
    return new Figure.Compared(
        change,
        probability,
        probability == null ? null : probability >= 0.05,
        1,
        3,
        record,
        new Bilingual("某理由", "some reason"));
  }

  /** A bulletin that has every part. */
  public static Bulletin bulletin() {
    Figure record =
        figure(
            Metric.INCIDENTS_REPORTED,
            compared(RecordStanding.BEST, -39.4, 0.0001),
            1200.0,
            1000.0,
            606.0);
    Figure rate = rate(Metric.COHORT_CLEARANCE_RATE);
    Figure withheld =
        figure(
            Metric.DEATHS,
            compared(RecordStanding.UNDETERMINED, null, 0.4),
            List.of(
                new FigureYear(2023, 0.0, null, null, null, null, 1.0, 0),
                new FigureYear(2024, 2.0, null, null, null, null, 0.83, 3)));
    return new Bulletin(
        heading(),
        List.of(Section.values()),
        List.of(record, rate, withheld),
        List.of(record, rate, withheld),
        List.of(calendar()),
        List.of(stations(40, 50, 60, 70), stations(40)),
        List.of(withheld),
        List.of(rate(Metric.ARRIVAL_WITHIN_5_MIN_RATE)),
        List.of(ages()),
        List.of(activity(50.0), activity(null), share()));
  }

  private static Figure rate(Metric metric) {
    return figure(
        metric,
        compared(RecordStanding.NOT_BEST, 12.5, null),
        List.of(
            new FigureYear(2023, 0.5, 5L, 10L, 0.24, 0.76, 1.0, 0),
            new FigureYear(2024, 0.625, 5L, 8L, 0.31, 0.86, 1.0, 0)));
  }

  private static Bulletin.Heading heading() {
    return new Bulletin.Heading(
        new FigurePlace(
            new Area(AreaLevel.DISTRICT, "smallton"),
            "last_half",
            new DayRange(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 6, 30)),
            LocalDate.of(2024, 6, 30),
            LocalDate.of(2024, 7, 2),
            "2024-06-30.1"),
        new Bilingual("某县", "Smallton"),
        new Bilingual("2024年上半年", "first half of 2024"),
        new Bilingual("此后没有再记录。", "Nothing since."),
        Map.of("gold.period_facts", 7L));
  }

  /** Four days: two zero ones, one that is not known and one with three incidents. */
  static DayCalendar calendar() {
    LocalDate first = LocalDate.of(2024, 1, 1);
    return new DayCalendar(
        figure(Metric.ZERO_INCIDENT_DAYS, compared(RecordStanding.NOT_BEST, null, null), 3.0, 2.0),
        List.of(
            new DayCalendar.Year(
                2024,
                first,
                first.plusDays(3),
                Map.of(first, 3L),
                Set.of(first.plusDays(1)),
                2,
                1)));
  }

  /** Stations of so many cases each, of which half were cleared. */
  static StationRates stations(long... cases) {
    List<StationRates.Station> stations = new ArrayList<>();
    for (long filed : cases) {
      int number = stations.size() + 1;
      stations.add(
          new StationRates.Station(
              new Bilingual("第%d派出所".formatted(number), "Station " + number), filed / 2, filed));
    }
    return new StationRates(rate(Metric.COHORT_CLEARANCE_RATE), stations, 1, 10);
  }

  /** Leaflets, 80 of them, after so many the year before. */
  static ActivityFigure activity(@Nullable Double prior) {
    return new ActivityFigure(
        "leaflets",
        Activity.Type.FLOW,
        new Bilingual("传单", "Leaflets"),
        new Bilingual("份", "leaflets"),
        Optional.empty(),
        80.0,
        80L,
        null,
        prior,
        prior == null ? null : 100 * (80 - prior) / prior,
        prior == null
            ? new Bilingual("无上年同期记录", "no baseline")
            : new Bilingual("上年同期", "the year before"),
        RecordStanding.UNDETERMINED,
        new Bilingual("某理由", "some reason"),
        1,
        2);
  }

  /** Hours in the community, four fifths of all hours. */
  static ActivityFigure share() {
    return new ActivityFigure(
        "community_hours",
        Activity.Type.FLOW,
        new Bilingual("入区工时", "Hours in the community"),
        new Bilingual("小时", "hours"),
        Optional.of(new Activity.Whole("hours", new Bilingual("全部工时", "all hours"))),
        0.8,
        80L,
        100L,
        0.75,
        5.0,
        new Bilingual("上年同期", "the year before"),
        RecordStanding.BEST,
        new Bilingual("某理由", "some reason"),
        0.5,
        0);
  }

  private static CaseAges ages() {
    return new CaseAges(
        rate(Metric.COHORT_CLEARANCE_RATE),
        List.of(
            new CaseAges.Year(2023, 4, 0.75, List.of(new Seen(3, 2, 0), new Seen(40, 1, 1))),
            new CaseAges.Year(2024, 4, 0.5, List.of(new Seen(0, 1, 0), new Seen(9, 1, 2)))));
  }
}
