package io.tongqi.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;

/** The figures of a run for Prometheus, by the command that ran. */
public final class RunMetrics {
  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final String command;

  private RunMetrics(String command) {
    this.command = command;
  }

  /** Those of a run's document. */
  public static RunMetrics of(String document) {
    try {
      JsonNode run = new ObjectMapper().readTree(document);
      RunMetrics metrics = new RunMetrics(run.path("command").asText());
      metrics.add(run);
      return metrics;
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("reading the run's own document", failure);
    }
  }

  private void add(JsonNode run) {
    Instant start = Instant.parse(run.path("started_at").asText());
    Instant end = Instant.parse(run.path("ended_at").asText());
    gauge("tongqi_run_exit_code", "Exit code of the last run")
        .labelValues(command)
        .set(run.path("exit_code").asInt());
    gauge("tongqi_run_end_time_seconds", "When the last run ended, in seconds since 1970")
        .labelValues(command)
        .set((double) end.getEpochSecond());
    gauge("tongqi_run_duration_seconds", "How long the last run took")
        .labelValues(command)
        .set(Duration.between(start, end).toMillis() / 1000.0);
    Gauge rows = gauge("tongqi_run_rows", "Rows of the last run by what became of them", "state");
    run.path("rows")
        .properties()
        .forEach(it -> rows.labelValues(command, it.getKey()).set(it.getValue().asDouble()));
    Gauge steps = gauge("tongqi_run_step_seconds", "Seconds of each step of the last run", "step");
    run.path("steps")
        .forEach(
            it ->
                steps
                    .labelValues(command, it.path("step").asText())
                    .set(it.path("seconds").asDouble()));
  }

  private Gauge gauge(String name, String help, String... labels) {
    String[] all = new String[labels.length + 1];
    all[0] = "command";
    System.arraycopy(labels, 0, all, 1, labels.length);
    return Gauge.builder().name(name).help(help).labelNames(all).register(registry);
  }

  /**
   * Writes them to a file at once, so that nobody reads half of it.
   *
   * @throws UncheckedIOException when it cannot be written
   */
  public void write(Path file) {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (OutputStream out = Files.newOutputStream(part)) {
        PrometheusTextFormatWriter.create().write(out, registry.scrape());
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      throw new UncheckedIOException(
          "writing the metrics file %s: %s; correct the folder, its permissions or the key metrics_file of the settings"
              .formatted(file, failure),
          failure);
    }
  }
}
