package io.tongqi.schedules;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Runs programs of the machine. */
final class Program {
  private Program() {}

  /** What a program said, on both of its outputs, and its exit code. */
  record Outcome(int code, String output) {}

  /**
   * Runs a program to its end.
   *
   * @param environment what it is told beside this process's environment
   * @throws IOException when there is no such program
   */
  static Outcome run(Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = start(builder);
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), output);
  }

  private static Process start(ProcessBuilder builder) throws IOException {
    try {
      return builder.start();
    } catch (IOException failure) {
      throw new IOException(
          "starting %s, which the tests of the schedules need: %s; install it, as jobs/verify.sh does"
              .formatted(builder.command().get(0), failure.getMessage()),
          failure);
    }
  }
}
