package io.tongqi.comparison;

import io.tongqi.domain.Better;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Whether lines that were rejected, and are still open, could overturn a claim. */
final class QuarantineRisk {
  private QuarantineRisk() {}

  /** The years that have open lines in quarantine, ascending. */
  static List<YearValue> yearsWithLines(ComparedYears compared) {
    List<YearValue> withLines = new ArrayList<>();
    for (int oldest = compared.held().size() - 1; oldest >= 0; oldest--) {
      if (compared.held().get(oldest).linesInQuarantine() > 0) {
        withLines.add(compared.held().get(oldest));
      }
    }
    return withLines;
  }

  /**
   * Whether some outcome of the open lines would change the claim. Of a count of incidents or cases
   * a line that stands for one record may add or take one; any other line may do anything.
   */
  static boolean canOverturn(ComparedYears compared) {
    List<YearValue> withLines = yearsWithLines(compared);
    if (withLines.isEmpty()) {
      return false;
    }
    boolean isOneRecordALine = withLines.stream().allMatch(YearValue::isOneRecordALine);
    if (!compared.indicator().movesByOneLine() || !isOneRecordALine) {
      return true;
    }
    double sign = compared.indicator().better() == Better.LOWER ? -1 : 1;
    ToDoubleFunction<YearValue> luckiest = y -> sign * y.value() + y.linesInQuarantine();
    ToDoubleFunction<YearValue> unluckiest = y -> sign * y.value() - y.linesInQuarantine();
    // The claim can only rise as the current year gains and the others lose: the ends decide.
    int lead = lead(compared, luckiest, unluckiest);
    if (lead != lead(compared, unluckiest, luckiest)) {
      return true;
    }
    // A tie for the best that stays one may still become a tie of all.
    double current = luckiest.applyAsDouble(compared.current());
    return lead == 0
        && others(compared).stream().allMatch(it -> luckiest.applyAsDouble(it) >= current);
  }

  /** 1, 0 or -1 as the current year is above, equal to or below the best of the others. */
  private static int lead(
      ComparedYears compared,
      ToDoubleFunction<YearValue> ofCurrent,
      ToDoubleFunction<YearValue> ofOthers) {
    double others =
        others(compared).stream().mapToDouble(ofOthers).max().orElse(Double.NEGATIVE_INFINITY);
    return Double.compare(ofCurrent.applyAsDouble(compared.current()) + 0.0, others + 0.0);
  }

  private static List<YearValue> others(ComparedYears compared) {
    return compared.rankable().stream()
        .filter(value -> value.year() != compared.current().year())
        .toList();
  }
}
