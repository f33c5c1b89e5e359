package io.tongqi.sample;

import java.time.YearMonth;
import java.util.List;

/**
 * What is odd about the deliveries of a source.
 *
 * @param renamed the month whose file has other headers
 * @param gb18030 the months whose files are in GB18030
 * @param corrected the month that comes with a file of corrections
 * @param sentTwice the month that is delivered twice under different names
 * @param repeatedLines the month whose file repeats some lines
 * @param faults the broken lines
 */
record SampleQuirks(
    YearMonth renamed,
    List<YearMonth> gb18030,
    YearMonth corrected,
    YearMonth sentTwice,
    YearMonth repeatedLines,
    List<PlannedFault> faults) {
  private static final YearMonth NEVER = YearMonth.of(1900, 1);

  /** What becomes of a broken line. */
  enum Sequel {
    MENDED,
    LEFT
  }

  /**
   * A line to be broken.
   *
   * @param month the month of its file
   * @param fault what is wrong
   * @param sequel whether the month after delivers it mended
   */
  record PlannedFault(YearMonth month, Fault fault, Sequel sequel) {}

  /** Those of the call system. */
  static SampleQuirks calls() {
    return new SampleQuirks(
        YearMonth.of(2024, 5),
        List.of(),
        YearMonth.of(2023, 10),
        NEVER,
        YearMonth.of(2023, 6),
        List.of(
            mended(2023, 2, Fault.IMPOSSIBLE_DATE),
            mended(2024, 4, Fault.UNKNOWN_STATION),
            left(2023, 8, Fault.TOO_FEW_FIELDS),
            left(2023, 8, Fault.UNKNOWN_STATION),
            left(2023, 11, Fault.TOO_MANY_FIELDS),
            left(2023, 11, Fault.IMPOSSIBLE_DATE),
            left(2024, 8, Fault.FAR_FUTURE),
            left(2024, 9, Fault.UNKNOWN_CATEGORY)));
  }

  /** Those of the case system. */
  static SampleQuirks cases() {
    return new SampleQuirks(
        NEVER,
        List.of(YearMonth.of(2024, 2)),
        NEVER,
        YearMonth.of(2023, 12),
        YearMonth.of(2023, 7),
        List.of(
            mended(2024, 3, Fault.CLEARED_BEFORE_FILED),
            left(2023, 9, Fault.CLEARED_BEFORE_FILED),
            left(2023, 9, Fault.UNKNOWN_STATION),
            left(2024, 10, Fault.NEGATIVE_LOSS),
            left(2024, 11, Fault.UNKNOWN_CATEGORY)));
  }

  boolean isGb18030(YearMonth month) {
    return gb18030.contains(month);
  }

  private static PlannedFault mended(int year, int month, Fault fault) {
    return new PlannedFault(YearMonth.of(year, month), fault, Sequel.MENDED);
  }

  private static PlannedFault left(int year, int month, Fault fault) {
    return new PlannedFault(YearMonth.of(year, month), fault, Sequel.LEFT);
  }
}
