package io.tongqi.coverage;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Counts lines by the days that they may belong to. */
final class LineCount implements Serializable {
  private static final long serialVersionUID = 1L;

  /** By a first or last day, how many lines have that day or an earlier one. */
  private final TreeMap<LocalDate, Long> begun = new TreeMap<>();

  private final TreeMap<LocalDate, Long> ended = new TreeMap<>();

  /** Those whose days do not follow one another, which are looked at one by one. */
  private final ArrayList<OpenLine> scattered = new ArrayList<>();

  /** Of the lines that may belong to the days from a first to a last one. */
  LineCount(Iterable<OpenLine> lines) {
    for (OpenLine line : lines) {
      if (line.days().size() > 1) {
        scattered.add(line);
      } else {
        begun.merge(line.firstDay(), line.lines(), Long::sum);
        ended.merge(line.lastDay(), line.lines(), Long::sum);
      }
    }
    accumulate(begun);
    accumulate(ended);
  }

  /** How many lines may belong to a day from a first to a last one. */
  long touching(LocalDate firstDay, LocalDate lastDay) {
    long together = upTo(begun, lastDay) - upTo(ended, firstDay.minusDays(1));
    return together
        + scattered.stream()
            .filter(line -> line.touches(firstDay, lastDay))
            .mapToLong(OpenLine::lines)
            .sum();
  }

  private static long upTo(NavigableMap<LocalDate, Long> counts, LocalDate day) {
    Map.Entry<LocalDate, Long> entry = counts.floorEntry(day);
    return entry == null ? 0 : entry.getValue();
  }

  private static void accumulate(Map<LocalDate, Long> counts) {
    long sum = 0;
    for (Map.Entry<LocalDate, Long> entry : counts.entrySet()) {
      sum += entry.getValue();
      entry.setValue(sum);
    }
  }
}
