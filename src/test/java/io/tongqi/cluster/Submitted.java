package io.tongqi.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A command that {@code jobs/tongqi} ran in a process of its own.
 *
 * @param code its exit code
 * @param lines what it printed
 */
record Submitted(int code, List<String> lines) {
  /** What happens while the command runs. */
  interface Watcher {
    /** A watcher that only watches. */
    Watcher NONE = (line, process) -> {};

    /** Is told each line that the command prints. */
    void printed(String line, Process process) throws IOException, InterruptedException;
  }

  /** Runs a command. */
  static Submitted run(Map<String, String> environment, Watcher watcher, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of(Path.of("jobs/tongqi").toAbsolutePath().toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder
        .environment()
        .keySet()
        .removeIf(it -> it.startsWith("TONGQI_") || it.startsWith("SPARK_"));
    builder.environment().putAll(environment);
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    Process process = builder.start();
    List<String> lines = new ArrayList<>();
    try (BufferedReader printed =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = printed.readLine(); line != null; line = printed.readLine()) {
        lines.add(line);
        watcher.printed(line, process);
      }
    }
    return new Submitted(process.waitFor(), lines);
  }

  /** All that was printed. */
  String text() {
    return String.join("\n", lines);
  }
}
