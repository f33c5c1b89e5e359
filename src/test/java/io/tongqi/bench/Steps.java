package io.tongqi.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What the steps of a run took.
 *
 * @param all the seconds of the whole
 * @param lines the steps, as the run's document has them
 */
public record Steps(double all, JsonNode lines) {
  /** Those that a run's document tells. */
  public static Steps of(double all, String document) {
    try {
      return new Steps(all, new ObjectMapper().readTree(document).get("steps"));
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("reading the run's own document", failure);
    }
  }

  /** The seconds of all steps whose first word that is. */
  double of(String name) {
    double seconds = 0;
    for (JsonNode line : lines) {
      if (line.get("step").asText().split(" ", -1)[0].equals(name)) {
        seconds += line.get("seconds").asDouble();
      }
    }
    if (seconds == 0) {
      throw new IllegalStateException(
          "measuring the main job: its log has no step '%s': %s".formatted(name, lines));
    }
    return seconds;
  }

  /** The seconds of ingest, posting and comparison, the steps that grow with the records. */
  public double main() {
    return of("ingest") + of("post") + of("compare");
  }
}
