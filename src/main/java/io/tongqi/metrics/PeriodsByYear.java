package io.tongqi.metrics;

import io.tongqi.calendar.SamePeriod;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import javax.annotation.Nullable;

/** The years of each window, the newest first, and the period of each year that has one. */
final class PeriodsByYear implements Serializable {
  private static final long serialVersionUID = 1L;

  private final HashMap<String, ArrayList<Integer>> years = new HashMap<>();
  private final HashMap<String, HashMap<Integer, Period>> periods = new HashMap<>();

  static PeriodsByYear of(Periods periods) {
    PeriodsByYear byYear = new PeriodsByYear();
    for (SamePeriod it : periods.all()) {
      byYear.years.computeIfAbsent(it.window(), key -> new ArrayList<>()).add(it.year());
    }
    for (Period it : periods.defined()) {
      byYear.periods.computeIfAbsent(it.window(), key -> new HashMap<>()).put(it.year(), it);
    }
    return byYear;
  }

  List<Integer> years(String window) {
    return years.get(window);
  }

  @Nullable
  Period period(String window, int year) {
    return periods.getOrDefault(window, new HashMap<>()).get(year);
  }
}
