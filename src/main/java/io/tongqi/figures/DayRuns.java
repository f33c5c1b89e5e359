package io.tongqi.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.annotation.Nullable;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;

/** Runs of days as SQL has them: an ARRAY of STRUCT of first and last day, in any order. */
final class DayRuns {
  private static final int EARLIEST = Math.toIntExact(LocalDate.of(1, 1, 1).toEpochDay());
  private static final int LATEST = Math.toIntExact(LocalDate.of(9999, 12, 31).toEpochDay());

  /** The numbers of a first and a last day. */
  record Run(int first, int last) {}

  private DayRuns() {}

  /** The runs in their array's order. */
  static List<Run> of(@Nullable ArrayData array) {
    List<Run> runs = new ArrayList<>();
    for (int place = 0; array != null && place < array.numElements(); place++) {
      InternalRow run = array.getStruct(place, 2);
      runs.add(new Run(run.getInt(0), run.getInt(1)));
    }
    return runs;
  }

  /** {@code joined_days(runs)}: the unbroken runs that they make up together, in order. */
  static ArrayData joined(@Nullable ArrayData array) {
    return array(joined(of(array)));
  }

  /** {@code other_days(runs)}: the runs of all days, since ever and for ever, that lie in none. */
  static ArrayData others(@Nullable ArrayData array) {
    List<Run> others = new ArrayList<>();
    int next = EARLIEST;
    for (Run run : joined(of(array))) {
      if (run.first() > next) {
        others.add(new Run(next, run.first() - 1));
      }
      next = run.last() + 1;
    }
    if (next <= LATEST) {
      others.add(new Run(next, LATEST));
    }
    return array(others);
  }

  private static List<Run> joined(List<Run> runs) {
    List<Run> joined = new ArrayList<>();
    runs.sort(Comparator.comparingInt(Run::first));
    for (Run run : runs) {
      Run before = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (before == null || run.first() > before.last() + 1) {
        joined.add(run);
      } else if (run.last() > before.last()) {
        joined.set(joined.size() - 1, new Run(before.first(), run.last()));
      }
    }
    return joined;
  }

  private static ArrayData array(List<Run> runs) {
    return new GenericArrayData(
        runs.stream()
            .map(it -> new GenericInternalRow(new Object[] {it.first(), it.last()}))
            .toArray());
  }
}
