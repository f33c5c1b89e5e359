package io.tongqi.report.page;

import io.tongqi.domain.Bilingual;
import io.tongqi.domain.Metric;
import io.tongqi.tables.CsvFile;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a metric is called on pages, and how it is defined there: in plain words.
 *
 * @param definition how it is counted
 */
public record MetricWords(Bilingual name, Bilingual definition) {
  private static final Map<Metric, MetricWords> ALL = all();

  private static Map<Metric, MetricWords> all() {
    Map<Metric, MetricWords> all = new EnumMap<>(Metric.class);
    for (List<String> row : CsvFile.read("page/metrics.csv")) {
      all.put(
          Metric.of(row.get(0)),
          new MetricWords(
              new Bilingual(row.get(1), row.get(2)), new Bilingual(row.get(3), row.get(4))));
    }
    return all;
  }

  /** Those of a metric. */
  public static MetricWords of(Metric metric) {
    return ALL.get(metric);
  }
}
