package io.tongqi.statistics;

import java.util.BitSet;

/**
 * The days of a window on which nothing happened.
 *
 * @param zeroDays days that are known and without an incident
 * @param unknownDays days of which that is not known
 * @param longestRunDays the longest run of consecutive zero days; 0 if there is none
 * @param longestRunFirst the number of the first day of that run, the latest of equal runs; -1 if
 *     there is none
 */
public record ZeroRuns(int zeroDays, int unknownDays, int longestRunDays, int longestRunFirst) {
  /**
   * Counts the zero days of a window and measures their runs.
   *
   * @param incidents the days with incidents
   * @param unknown the days of which it is not known whether there were any; they break a run
   * @param first the number of the window's first day
   * @param last the number of its last day
   */
  public static ZeroRuns of(BitSet incidents, BitSet unknown, int first, int last) {
    BitSet broken = (BitSet) incidents.clone();
    broken.or(unknown);
    int zeroDays = 0;
    int longest = 0;
    int longestFirst = -1;
    int day = broken.nextClearBit(first);
    while (day <= last) {
      int next = broken.nextSetBit(day);
      int end = next < 0 || next > last ? last + 1 : next;
      zeroDays += end - day;
      if (end - day >= longest) {
        longest = end - day;
        longestFirst = day;
      }
      day = broken.nextClearBit(end);
    }
    int unknownDays = unknown.get(first, last + 1).cardinality();
    return new ZeroRuns(zeroDays, unknownDays, longest, longestFirst);
  }
}
