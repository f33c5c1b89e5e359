package io.tongqi.statistics;

import io.tongqi.calendar.DayRange;
import io.tongqi.domain.Resolution;
import io.tongqi.statistics.RowSeries.Places;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The silences of a source: runs of days without a row and months with few, too long to be chance.
 *
 * <p>What is expected is what the year before and the year after let expect, by the day of the
 * week, of the newest days as much of it as is usually known so soon; the count is negative
 * binomial, with the dispersion of months and, since few rows tell little of what to expect, that
 * of the gamma distribution that they leave; its probability has to stay below 0.0005 after
 * Bonferroni over all days (months) and series. A silence that comes back on the same days of most
 * years is a holiday, and runs of which others half as long come every other year are how the
 * source books. Where rows are dated by month or year only, that is the unit instead of the day.
 */
public final class Silences {
  /** The probability below which a silence is no chance, for all days of a span together. */
  private static final double CHANCE = 0.0005;

  /** The probability below which a silence that lasts hardly seems to be chance. */
  private static final double SEEMING = 0.01;

  /** How many other months there have to be to know how much months differ. */
  private static final int MONTHS_TO_KNOW = 6;

  private final DayRange span;
  private final int[] rows;
  private final BitSet answered;
  private final double[] known;
  private final Resolution resolution;
  private final int series;
  private final RowSeries all;

  /**
   * Those of a source, or of a station in it.
   *
   * @param span the days that are judged
   * @param rows how many rows each of them has
   * @param answered the numbers of those that the source answers for
   * @param known of each of them, what share of its rows is known by now, as far as can be told
   * @param resolution how exactly the rows are dated
   * @param series how many series are judged together
   */
  public Silences(
      DayRange span,
      int[] rows,
      BitSet answered,
      double[] known,
      Resolution resolution,
      int series) {
    this.span = span;
    this.rows = rows;
    this.answered = answered;
    this.known = known;
    this.resolution = resolution;
    this.series = series;
    this.all = series(answered);
  }

  /**
   * Days with too few rows.
   *
   * @param rows how many there are
   * @param expected how many there should be
   */
  public record Silence(DayRange days, long rows, double expected) {}

  /** The silences that are too long to be chance, the earliest first. */
  public List<Silence> doubtful() {
    List<Silence> found = new ArrayList<>();
    BitSet others = (BitSet) answered.clone();
    List<Places> runs = runs(all);
    for (Places run : runs) {
      if (isTooSilent(all, run, all.places()) && !isUsual(run, runs)) {
        others.clear(number(all.days(run).first()), number(all.days(run).last()) + 1);
        silence(all, run).ifPresent(found::add);
      }
    }
    RowSeries rest = others.equals(answered) ? all : series(others);
    for (Places month : rest.months()) {
      if (isTooSilent(rest, month, rest.months().size())) {
        silence(rest, month).ifPresent(found::add);
      }
    }
    found.sort(Comparator.comparing(it -> it.days().first()));
    return found;
  }

  /** The longest run of days without a row, the latest of equal ones; empty if there is none. */
  public Optional<DayRange> longest() {
    return runs(all).stream()
        .map(all::days)
        .reduce((one, other) -> other.days() >= one.days() ? other : one);
  }

  /** The silence that lasts to the last day that is answered for, if it hardly seems chance. */
  public Optional<DayRange> lasting() {
    return runs(all).stream()
        .reduce((one, other) -> other)
        .filter(it -> all.answered(new Places(it.last() + 1, all.places() - 1)) == 0)
        .filter(it -> isKnown(all, it) && chance(all, it) < SEEMING)
        .map(all::days);
  }

  private RowSeries series(BitSet days) {
    return new RowSeries(span, rows, days, known, resolution);
  }

  private int number(LocalDate day) {
    return Math.toIntExact(ChronoUnit.DAYS.between(span.first(), day));
  }

  private static List<Places> runs(RowSeries rows) {
    List<Places> runs = new ArrayList<>();
    int first = -1;
    for (int place = 0; place <= rows.places(); place++) {
      boolean isSilent = place < rows.places() && rows.isSilent(place);
      if (isSilent && first < 0) {
        first = place;
      } else if (!isSilent && first >= 0) {
        runs.add(new Places(first, place - 1));
        first = -1;
      }
    }
    return runs;
  }

  /** Whether there are fewer rows than chance explains, of so many places that are judged. */
  private boolean isTooSilent(RowSeries rows, Places places, int tests) {
    double limit = CHANCE / tests / series;
    if (rows.atMostExpected(places) < -Math.log(limit)) {
      return false;
    }
    long count = rows.rows(places);
    double expected = rows.expected(places, Places.NONE);
    return count < expected
        && new NegativeBinomial(expected, 0).atMost(count) < limit
        && isKnown(rows, places)
        && chance(rows, places) < limit;
  }

  /** The silence of places, unless it is a holiday. */
  private static Optional<Silence> silence(RowSeries rows, Places places) {
    return new Holiday(rows, places).isOne()
        ? Optional.empty()
        : Optional.of(
            new Silence(rows.days(places), rows.rows(places), rows.expected(places, Places.NONE)));
  }

  /** Whether runs at least half as long come at least every other year. */
  private boolean isUsual(Places run, List<Places> runs) {
    long others = runs.stream().filter(it -> it.length() * 2 >= run.length()).count() - 1;
    double years = all.answered(new Places(0, all.places() - 1)) / all.year();
    return others > 1 && others * 2 >= years;
  }

  /** Whether there are enough other months to tell how much they differ. */
  private static boolean isKnown(RowSeries rows, Places places) {
    return rows.months().stream().filter(isApart(places)).count() >= MONTHS_TO_KNOW;
  }

  private static Predicate<Places> isApart(Places places) {
    return month -> month.last() < places.first() || month.first() > places.last();
  }

  private static double chance(RowSeries rows, Places places) {
    List<Places> others = rows.months().stream().filter(isApart(places)).toList();
    Dispersion overall = new Dispersion();
    others.forEach(it -> overall.add(rows.rows(it), rows.expected(it, places)));
    Dispersion around = new Dispersion();
    others.stream()
        .filter(it -> it.first() >= places.first() - rows.year())
        .filter(it -> it.last() <= places.last() + rows.year())
        .forEach(it -> around.add(rows.rows(it), rows.expected(it, places, Places.NONE)));
    double dispersion = Math.max(overall.value(0), around.value(1));
    double uncertainty = 1.0 / Math.max(1, rows.rowsAround(places));
    return new NegativeBinomial(rows.expected(places, Places.NONE), dispersion + uncertainty)
        .atMost(rows.rows(places));
  }

  /** By how much months differ from what is expected of them, beyond what chance does. */
  private static final class Dispersion {
    private int count;
    private double squaredDifferences;
    private double expectations;
    private double squaredExpectations;

    void add(long rows, double expected) {
      count++;
      squaredDifferences += (rows - expected) * (rows - expected);
      expectations += expected;
      squaredExpectations += expected * expected;
    }

    /** Estimated by moments. */
    double value(int parametersEstimated) {
      int degrees = count - parametersEstimated;
      if (degrees <= 0 || squaredExpectations == 0) {
        return 0;
      }
      double excess = squaredDifferences * count / degrees - expectations;
      return Math.max(0, excess / squaredExpectations);
    }
  }

  /** Whether most other years have, on the same days, a silence at least half as deep. */
  private record Holiday(RowSeries rows, Places places) {
    /**
     * Days at either end on which hardly anything ever comes, as at weekends, are no part of it.
     */
    Holiday {
      double least =
          0.1 * rows.expected(places, Places.NONE) / (places.last() - places.first() + 1);
      Places around = places;
      while (rows.expected(new Places(places.first(), places.first()), around, Places.NONE)
          < least) {
        places = new Places(places.first() + 1, places.last());
      }
      while (rows.expected(new Places(places.last(), places.last()), around, Places.NONE) < least) {
        places = new Places(places.first(), places.last() - 1);
      }
    }

    boolean isOne() {
      int years = rows.places() / rows.year() + 1;
      int seen = 0;
      int back = 0;
      for (int year = -years; year <= years; year++) {
        List<Places> same = year == 0 ? List.of() : sameOf(year);
        seen += same.isEmpty() ? 0 : 1;
        back += same.stream().anyMatch(this::isAsSilent) ? 1 : 0;
      }
      return back * 2 > seen;
    }

    private List<Places> sameOf(int year) {
      return rows.same(places.first(), year).stream()
          .map(first -> new Places(first, first + places.last() - places.first()))
          .filter(it -> it.first() >= 0 && it.last() < rows.places())
          .filter(it -> rows.answered(it) >= rows.answered(places) / 2)
          .toList();
    }

    private boolean isAsSilent(Places same) {
      double expectedHere = rows.expected(places, Places.NONE);
      double expected = rows.expected(same, places);
      double share = rows.rows(places) / expectedHere;
      return expected >= expectedHere / 2 && rows.rows(same) <= expected * (1 + share) / 2;
    }
  }
}
