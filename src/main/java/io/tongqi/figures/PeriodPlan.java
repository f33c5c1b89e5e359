package io.tongqi.figures;

import io.tongqi.calendar.SamePeriod;
import io.tongqi.domain.Vintage;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** The periods of a request in a form that can be sent to where facts are compared. */
final class PeriodPlan implements Serializable {
  private static final long serialVersionUID = 1L;

  private final LocalDate asOf;
  private final int years;
  private final ArrayList<Cut> cuts;
  private final HashMap<String, ArrayList<Integer>> yearsOf = new HashMap<>();

  PeriodPlan(LocalDate asOf, int years, Periods periods) {
    this.asOf = asOf;
    this.years = years;
    this.cuts = new ArrayList<>(periods.cuts());
    for (SamePeriod period : periods.all()) {
      yearsOf.computeIfAbsent(period.window(), it -> new ArrayList<>()).add(period.year());
    }
  }

  /** The last day to count. */
  LocalDate asOf() {
    return asOf;
  }

  /** How many years are compared, the current one included. */
  int years() {
    return years;
  }

  /** The years of a window, with and without a period, the newest first. */
  List<Integer> yearsOf(String window) {
    return yearsOf.get(window);
  }

  /** How many cuts there are. */
  int cuts() {
    return cuts.size();
  }

  /** The cut of a fact, by the fact's number. */
  Cut cut(long fact) {
    return cuts.get((int) (fact % cuts.size()));
  }

  /** The cuts of a vintage. */
  List<Cut> cuts(Vintage vintage) {
    return cuts.stream().filter(it -> it.vintage() == vintage).toList();
  }
}
