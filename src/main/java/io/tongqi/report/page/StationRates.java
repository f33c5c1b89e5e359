package io.tongqi.report.page;

import io.tongqi.domain.Bilingual;
import io.tongqi.statistics.Funnel;
import io.tongqi.statistics.Interval;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A rate of the stations of an area, as a funnel plot.
 *
 * @param figure the rate of the whole area
 * @param stations those shown, by their denominator
 * @param withheld how many stations are not shown, as they have too few cases
 * @param leastCases from how many cases on a station is shown
 */
public record StationRates(Figure figure, List<Station> stations, int withheld, int leastCases) {
  /** How often a rate lies between the limits by chance: the inner and the outer ones. */
  static final List<Double> LEVELS = List.of(0.95, 0.998);

  /** A station: how many (or how much) of how many, in the figure's unit. */
  public record Station(Bilingual name, long numerator, long denominator) {
    double rate() {
      return (double) numerator / denominator;
    }
  }

  /** Where a station lies, from the inside to the outside. */
  public enum Place {
    WITHIN("在 95% 限内", "within 95%"),
    BETWEEN("在 95% 与 99.8% 限之间", "between 95% and 99.8%"),
    OUTSIDE("超出 99.8% 限", "beyond 99.8%");

    private final String zh;
    private final String en;

    Place(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }

    /** The place in words. */
    public Bilingual text() {
      return new Bilingual(zh, en);
    }
  }

  /** What rate of which category group. */
  public Bilingual title() {
    return figure.title();
  }

  /** Whether it is of amounts in cents rather than of cases. */
  public boolean isOfMoney() {
    return figure.metric().isOfMoney();
  }

  /** Whether there are stations to compare. */
  public boolean isComparable() {
    return stations.size() > 1;
  }

  /** The limits of the stations shown; at least one is needed. */
  public Funnel funnel() {
    return Funnel.of(
        stations.stream().map(it -> new Funnel.Unit(it.numerator(), it.denominator())).toList());
  }

  /** Where each station lies. */
  public Map<Station, Place> places() {
    Funnel funnel = funnel();
    Map<Station, Place> places = new LinkedHashMap<>();
    stations.forEach(it -> places.put(it, place(funnel, it)));
    return places;
  }

  private Place place(Funnel funnel, Station station) {
    if (isWithin(limits(funnel, station.denominator(), LEVELS.get(0)), station.rate())) {
      return Place.WITHIN;
    }
    return isWithin(limits(funnel, station.denominator(), LEVELS.get(1)), station.rate())
        ? Place.BETWEEN
        : Place.OUTSIDE;
  }

  private static boolean isWithin(Interval limits, double rate) {
    return rate >= limits.low() && rate <= limits.high();
  }

  /** The limits for a denominator. */
  Interval limits(Funnel funnel, long denominator, double level) {
    return isOfMoney()
        ? funnel.limitsOfAmounts((double) denominator, level)
        : funnel.limits(Math.toIntExact(denominator), level);
  }
}
