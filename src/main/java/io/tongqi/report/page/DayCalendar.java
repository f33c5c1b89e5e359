package io.tongqi.report.page;

import io.tongqi.domain.Bilingual;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The days of the same periods, with how much happened on each.
 *
 * @param figure that counts the days without anything
 * @param years each year, the current one last
 */
public record DayCalendar(Figure figure, List<Year> years) {
  /** What is counted. */
  public Bilingual title() {
    return figure.title();
  }

  /**
   * The days of one year's period.
   *
   * @param counts how much happened, by day; a day that is not in it had nothing
   * @param unknown the days of which it is not known
   * @param zeroDays how many days without anything gold.zero_days has
   * @param unknownDays how many unknown days it has
   */
  public record Year(
      int year,
      LocalDate firstDay,
      LocalDate lastDay,
      Map<LocalDate, Long> counts,
      Set<LocalDate> unknown,
      int zeroDays,
      int unknownDays) {
    /** The days that are known to be without anything. */
    public List<LocalDate> zeros() {
      return firstDay
          .datesUntil(lastDay.plusDays(1))
          .filter(day -> counts.getOrDefault(day, 0L) <= 0 && !unknown.contains(day))
          .toList();
    }

    /**
     * Whether the days can be told one by one: not where gold.zero_days knows of unknown days that
     * are of a whole file, because a record of it lacks its day.
     */
    public boolean isToldByDay() {
      return zeros().size() == zeroDays && unknown.size() == unknownDays;
    }
  }
}
