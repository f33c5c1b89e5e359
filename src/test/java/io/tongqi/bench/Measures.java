package io.tongqi.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a benchmark measured: ratios of seconds first, then what else is worth knowing. */
final class Measures {
  private final List<Ratio> ratios = new ArrayList<>();
  private final Map<String, Object> notes = new LinkedHashMap<>();

  /** Something's seconds, and those of what it is held to. */
  private record Ratio(String of, double seconds, String to, double toSeconds) {
    double ratio() {
      return seconds / toSeconds;
    }

    Map<String, Object> document() {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("of", of);
      document.put("to", to);
      document.put("ratio", rounded(ratio()));
      document.put("seconds", rounded(seconds));
      document.put("to_seconds", rounded(toSeconds));
      return document;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "%8.2f  %s ÷ %s  (%.1f s ÷ %.1f s)", ratio(), of, to, seconds, toSeconds);
    }
  }

  /** Adds a ratio of seconds. */
  void ratio(String of, double seconds, String to, double toSeconds) {
    ratios.add(new Ratio(of, seconds, to, toSeconds));
  }

  /** Adds something else that was measured. */
  void note(String name, Object value) {
    notes.put(name, value);
  }

  /** What was added by that name. */
  Object noted(String name) {
    return notes.get(name);
  }

  /** All of it as a JSON document. */
  String json() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("ratios", ratios.stream().map(Ratio::document).toList());
    document.putAll(notes);
    try {
      return new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .writeValueAsString(document);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("writing the measures as JSON", failure);
    }
  }

  /** All of it as a table for people. */
  @Override
  public String toString() {
    return ratios.stream().map(it -> it + "\n").collect(Collectors.joining())
        + notes.entrySet().stream()
            .map(it -> "          " + it.getKey() + ": " + it.getValue())
            .collect(Collectors.joining("\n"));
  }

  /** Seconds to the millisecond. */
  static double rounded(double seconds) {
    return Math.round(seconds * 1000) / 1000.0;
  }
}
