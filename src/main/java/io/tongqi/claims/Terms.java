package io.tongqi.claims;

import io.tongqi.domain.Metric;
import io.tongqi.tables.CsvFile;
import java.util.LinkedHashMap;
import java.util.Map;

/** The words of reports for what the tables name otherwise, from `claims/terms.csv`. */
public final class Terms {
  private Terms() {}

  /** The metrics by the terms for them, in lower case. */
  public static Map<String, Metric> metrics() {
    Map<String, Metric> metrics = new LinkedHashMap<>();
    CsvFile.read("claims/terms.csv").forEach(row -> metrics.put(row.get(0), Metric.of(row.get(1))));
    return metrics;
  }
}
