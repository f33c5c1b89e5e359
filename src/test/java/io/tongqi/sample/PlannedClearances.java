package io.tongqi.sample;

import io.tongqi.calendar.DayRange;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Brings the criminal cases that Gaoming clears in each first half-year to the planned number. */
final class PlannedClearances {
  private final SamplePlan plan;
  private final Draw draw;
  private final Outcomes outcomes;

  PlannedClearances(SamplePlan plan, Draw draw) {
    this.plan = plan;
    this.draw = draw;
    this.outcomes = new Outcomes(plan, draw);
  }

  /** The same cases, some cleared that were not, or the other way round. */
  List<Cases.Case> applied(List<Cases.Case> cases) {
    List<Cases.Case> changed = new ArrayList<>(cases);
    for (int year = Half.FIRST_YEAR; year <= Half.LAST_YEAR; year++) {
      DayRange window = new Half(year, 1).range();
      List<Integer> cleared = indices(changed, it -> isIn(window, it.cleared()));
      int missing = plan.criminalCleared(year) - cleared.size();
      if (missing > 0) {
        clear(changed, missing, window);
      } else {
        reopen(changed, cleared, -missing);
      }
    }
    return changed;
  }

  private void clear(List<Cases.Case> cases, int count, DayRange window) {
    LocalDate earliest = window.first().minusYears(2);
    List<Integer> open =
        indices(
            cases,
            it ->
                it.cleared() == null
                    && isAdjustable(it)
                    && it.filed().toLocalDate().isAfter(earliest)
                    && it.filed().toLocalDate().isBefore(window.last().minusDays(5)));
    for (int index : draw.shuffled(open).subList(0, count)) {
      Filing filing = cases.get(index).filing();
      LocalDate first =
          isIn(window, filing.filed()) ? filing.filed().toLocalDate().plusDays(1) : window.first();
      LocalDateTime at =
          first
              .plusDays(draw.below(new DayRange(first, window.last()).days()))
              .atTime(draw.between(8, 19), draw.below(60));
      cases.set(index, cases.get(index).with(filing.withClearance(at, outcomes.kind())));
    }
  }

  private void reopen(List<Cases.Case> cases, List<Integer> cleared, int count) {
    List<Integer> candidates =
        cleared.stream().filter(index -> isAdjustable(cases.get(index).filing())).toList();
    for (int index : draw.shuffled(candidates).subList(0, count)) {
      cases.set(index, cases.get(index).with(cases.get(index).filing().withoutOutcome()));
    }
  }

  private List<Integer> indices(List<Cases.Case> cases, Predicate<Filing> condition) {
    return IntStream.range(0, cases.size())
        .filter(index -> cases.get(index).district().equals(SamplePlan.GAOMING))
        .filter(index -> plan.isIn(cases.get(index).filing().category(), "criminal"))
        .filter(index -> condition.test(cases.get(index).filing()))
        .boxed()
        .toList();
  }

  private boolean isAdjustable(Filing filing) {
    return !plan.isIn(filing.category(), "theft") && !plan.isIn(filing.category(), "ten_grave");
  }

  private static boolean isIn(DayRange window, LocalDateTime time) {
    return time != null && window.contains(time.toLocalDate());
  }
}
