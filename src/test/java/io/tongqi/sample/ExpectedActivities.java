package io.tongqi.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The totals of activities that Tongqi has to find: {@code expected-activities.csv}. */
final class ExpectedActivities {
  private static final String HEADER =
      "window,area_level,area,activity,year,value,prior_value,change_pct,baseline_en";

  private ExpectedActivities() {}

  /** The file's text. */
  static String csv() {
    Map<String, Double> totals = new HashMap<>();
    List<Map<String, String>> plan = Packaged.rows("sample/registers.csv");
    plan.forEach(row -> totals.put(row.get("activity"), Double.valueOf(row.get("2024"))));
    Map<String, String> wholes = new HashMap<>();
    Packaged.rows("sample/reference/activities.csv")
        .forEach(row -> wholes.put(row.get("activity"), row.get("per")));
    List<String> lines = new ArrayList<>(List.of(HEADER));
    for (Map<String, String> row : plan) {
      String activity = row.get("activity");
      double value = totals.get(activity);
      String whole = wholes.get(activity);
      String prior = row.get("2023");
      lines.add(
          String.join(
              ",",
              "last_half",
              "district",
              SamplePlan.GAOMING,
              activity,
              "2024",
              String.valueOf(whole.isEmpty() ? value : value / totals.get(whole)),
              prior,
              prior.isEmpty()
                  ? ""
                  : String.valueOf(
                      100 * (value - Double.parseDouble(prior)) / Double.parseDouble(prior)),
              prior.isEmpty() ? "no baseline" : "the same period of 2023"));
    }
    return String.join("\n", lines) + "\n";
  }
}
