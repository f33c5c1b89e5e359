package io.tongqi.claims;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import io.tongqi.domain.Metric;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The words of reports for what the tables name otherwise, from `claims/terms.csv`. */
public final class Terms {
  private Terms() {}

  /** The metrics by the terms for them, in lower case. */
  public static Map<String, Metric> metrics() {
    CsvParserSettings settings = new CsvParserSettings();
    settings.setHeaderExtractionEnabled(true);
    Map<String, Metric> metrics = new LinkedHashMap<>();
    InputStream file = Terms.class.getResourceAsStream("/claims/terms.csv");
    for (String[] row : new CsvParser(settings).parseAll(file, StandardCharsets.UTF_8)) {
      metrics.put(row[0], Metric.valueOf(row[1].toUpperCase(Locale.ROOT)));
    }
    return metrics;
  }
}
