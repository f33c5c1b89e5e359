package io.tongqi.sample;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Breaks lines: one that is mended is delivered again a month later, one that is left is extra. */
final class Breakage<T> {
  private final Layout<T> layout;
  private final List<Version<T>> versions;
  private final Map<String, Long> versionsOfRecord;
  private final List<BrokenLine> brokenLines = new ArrayList<>();

  Breakage(Layout<T> layout, List<Version<T>> versions) {
    this.layout = layout;
    this.versions = new ArrayList<>(versions);
    this.versionsOfRecord =
        versions.stream().collect(Collectors.groupingBy(Version::recordId, Collectors.counting()));
  }

  /** Breaks the planned lines. */
  Breakage<T> broken(SampleQuirks quirks) {
    int number = 99_000;
    for (SampleQuirks.PlannedFault planned : quirks.faults()) {
      int victim = victim(planned.month(), brokenLines.size());
      Version<T> version = versions.get(victim);
      List<String> row = new ArrayList<>(layout.row().apply(version));
      switch (planned.sequel()) {
        case MENDED ->
            versions.set(
                victim, version.at(planned.month().plusMonths(1).atDay(3).atTime(9, number % 60)));
        case LEFT ->
            row.set(0, "%s%d%05d".formatted(layout.idPrefix(), planned.month().getYear(), number));
      }
      brokenLines.add(new BrokenLine(planned.month(), planned.fault().applied(row, layout)));
      number++;
    }
    return this;
  }

  /** All versions, those of mended lines as they are delivered in the end. */
  List<Version<T>> versions() {
    return versions;
  }

  /** The broken lines. */
  List<BrokenLine> brokenLines() {
    return brokenLines;
  }

  /** The record of a month, with one version only, after skipping some. */
  private int victim(YearMonth month, int skipped) {
    int left = skipped;
    for (int index = 0; index < versions.size(); index++) {
      Version<T> version = versions.get(index);
      boolean isAlone = versionsOfRecord.get(version.recordId()) == 1;
      if (isAlone && isOf(month, version)) {
        if (left == 0) {
          return index;
        }
        left--;
      }
    }
    throw new IllegalStateException("breaking a line of %s: too few records".formatted(month));
  }

  private boolean isOf(YearMonth month, Version<T> version) {
    if (!YearMonth.from(version.recordedAt()).equals(month)) {
      return false;
    }
    LocalDateTime reported = layout.reported(version);
    return layout.row().apply(version).get(layout.index("station")).startsWith("gm")
        && YearMonth.from(reported).equals(month)
        && reported.getDayOfMonth() < 24;
  }
}
