package io.tongqi.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The days of a window by their number from 0 on: each covered, or for one cause not. */
public final class WindowDays {
  /** A run of days that are not covered. */
  public record Run(int first, int last, Gap.State state) {}

  private final Gap.State[] causes;
  private int covered;

  /** Days that are all covered. */
  public WindowDays(int days) {
    this.causes = new Gap.State[days];
    this.covered = days;
  }

  /** Says why days are not covered; of several causes the last of {@link Gap.State} stands. */
  public void miss(int first, int last, Gap.State state) {
    for (int day = Math.max(0, first); day <= Math.min(last, causes.length - 1); day++) {
      if (causes[day] == null) {
        covered--;
        causes[day] = state;
      } else if (state.compareTo(causes[day]) > 0) {
        causes[day] = state;
      }
    }
  }

  /** How many days are covered. */
  public int covered() {
    return covered;
  }

  /** The first runs of days that are not covered. */
  public List<Run> missing(int limit) {
    List<Run> runs = new ArrayList<>();
    int first = 0;
    while (first < causes.length && runs.size() < limit) {
      int end = first + 1;
      while (end < causes.length && Objects.equals(causes[end], causes[first])) {
        end++;
      }
      if (causes[first] != null) {
        runs.add(new Run(first, end - 1, causes[first]));
      }
      first = end;
    }
    return runs;
  }
}
