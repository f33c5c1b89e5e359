package io.tongqi.report.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.LinkedHashMap;
import java.util.Map;

/** Options of ECharts, whose keys its manual tells. */
final class Options {
  static final String CURRENT = "#1b4b82";
  static final String OTHER = "#a9bacb";
  static final String INK = "#333333";
  static final String GRID = "#d9dee3";
  static final Map<String, Object> HATCHED =
      of(
          "symbol",
          "rect",
          "dashArrayX",
          new int[] {1, 0},
          "dashArrayY",
          new int[] {2, 4},
          "rotation",
          -Math.PI / 4,
          "color",
          "rgba(0,0,0,0.45)");

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  private Options() {}

  /** Keys and values by turns. */
  static Map<String, Object> of(Object... keysAndValues) {
    Map<String, Object> option = new LinkedHashMap<>();
    for (int place = 0; place < keysAndValues.length; place += 2) {
      option.put((String) keysAndValues[place], keysAndValues[place + 1]);
    }
    return option;
  }

  /** As text that can stand inside a page's script element. */
  static String json(Map<String, Object> option) {
    try {
      return JSON.writeValueAsString(option).replace("<", "\\u003c");
    } catch (JsonProcessingException unforeseen) {
      throw new IllegalStateException("writing the option of a chart", unforeseen);
    }
  }
}
