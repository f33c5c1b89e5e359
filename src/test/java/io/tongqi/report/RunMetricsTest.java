package io.tongqi.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunMetricsTest {
  private static final RunMetrics METRICS =
      RunMetrics.of(
          """
          {"command": "nightly", "exit_code": 3, "started_at": "2024-07-01T00:00:00Z",
           "ended_at": "2024-07-01T00:01:30.5Z", "rows": {"read": 7, "accepted": 5},
           "steps": [{"step": "post calls", "seconds": 1.25}]}
          """);

  @TempDir private Path folder;

  @Test
  void shouldWriteTheFiguresOfARunAsPrometheusReadsThem() throws IOException {
    // given
    Path file = Files.writeString(folder.resolve("tongqi.prom"), "old");

    // when
    METRICS.write(file);

    // then
    assertThat(file)
        .content()
        .contains(
            "# TYPE tongqi_run_exit_code gauge\ntongqi_run_exit_code{command=\"nightly\"} 3.0\n",
            "tongqi_run_duration_seconds{command=\"nightly\"} 90.5\n",
            "tongqi_run_end_time_seconds{command=\"nightly\"} 1.71979209E9\n",
            "tongqi_run_rows{command=\"nightly\",state=\"accepted\"} 5.0\n",
            "tongqi_run_rows{command=\"nightly\",state=\"read\"} 7.0\n",
            "tongqi_run_step_seconds{command=\"nightly\",step=\"post calls\"} 1.25\n")
        .doesNotContain("old");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void shouldSayWhichFileCannotBeWritten() {
    assertThatThrownBy(() -> METRICS.write(folder.resolve("none/tongqi.prom")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("writing the metrics file %s/none/tongqi.prom: ".formatted(folder))
        .hasMessageEndingWith("or the key metrics_file of the settings");
  }
}
