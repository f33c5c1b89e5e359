package io.tongqi.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The days on which the incidents of a district and half-year are reported. In Gaoming's first
 * halves criminal incidents leave out exactly the planned number of days.
 */
final class IncidentDays {
  private final List<LocalDate> days;
  private final List<LocalDate> criminalDays;
  private final List<LocalDate> stillWithout;
  private final Draw draw;

  IncidentDays(SamplePlan plan, String district, Half half, Draw draw) {
    this.draw = draw;
    days = half.days();
    if (!district.equals(SamplePlan.GAOMING) || !half.isFirst()) {
      criminalDays = days;
      stillWithout = new ArrayList<>();
      return;
    }
    List<LocalDate> candidates = new ArrayList<>(days);
    candidates.remove(KnownBurglary.DAY);
    Set<LocalDate> zeroDays =
        new HashSet<>(draw.shuffled(candidates).subList(0, plan.criminalZeroDays(half.year())));
    criminalDays = days.stream().filter(day -> !zeroDays.contains(day)).toList();
    stillWithout = draw.shuffled(criminalDays);
  }

  /** A day for an incident that is not criminal. */
  LocalDate any() {
    return draw.of(days);
  }

  /** A day for a criminal incident: first those that have none yet. */
  LocalDate criminal() {
    if (stillWithout.isEmpty()) {
      return draw.of(criminalDays);
    }
    return stillWithout.remove(stillWithout.size() - 1);
  }
}
