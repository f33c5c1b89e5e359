package io.tongqi.sample;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a broken line of the sample. */
enum Fault {
  /** A report on a day that no calendar has. */
  IMPOSSIBLE_DATE,
  /** The last two fields are missing. */
  TOO_FEW_FIELDS,
  /** A field more than the header has. */
  TOO_MANY_FIELDS,
  /** A station that nobody knows. */
  UNKNOWN_STATION,
  /** A category that nobody knows. */
  UNKNOWN_CATEGORY,
  /** Cleared a year before it was filed. */
  CLEARED_BEFORE_FILED,
  /** A loss below zero. */
  NEGATIVE_LOSS,
  /** A report in the year 2999. */
  FAR_FUTURE;

  /** The texts of a line, broken. */
  List<String> applied(List<String> row, Layout<?> layout) {
    List<String> broken = new ArrayList<>(row);
    int reported = layout.index("reported");
    String time = row.get(reported);
    switch (this) {
      case IMPOSSIBLE_DATE -> broken.set(reported, impossible(time));
      case TOO_FEW_FIELDS -> broken.subList(row.size() - 2, row.size()).clear();
      case TOO_MANY_FIELDS -> broken.add("");
      case UNKNOWN_STATION -> broken.set(layout.index("station"), "gm99");
      case UNKNOWN_CATEGORY -> broken.set(layout.index("category"), "witchcraft");
      case CLEARED_BEFORE_FILED ->
          broken.set(layout.index("cleared"), "2022" + row.get(layout.index("filed")).substring(4));
      case NEGATIVE_LOSS -> broken.set(layout.index("loss_yuan"), "-500");
      case FAR_FUTURE -> broken.set(reported, "2999" + time.substring(4));
    }
    return broken;
  }

  private static String impossible(String time) {
    String month = time.substring(5, 7);
    return time.substring(0, 8) + (month.equals("02") ? "30" : "32") + time.substring(10);
  }
}
