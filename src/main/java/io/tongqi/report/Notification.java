package io.tongqi.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Tells the end of a run to a command of the operator's own. */
public final class Notification {
  private static final long SECONDS = 60;

  private Notification() {}

  /**
   * Calls the command, if there is one, with the run's document on its standard input.
   *
   * @throws UncheckedIOException when it cannot be called, fails, or takes longer than a minute
   */
  public static void send(List<String> command, String document) {
    if (command.isEmpty()) {
      return;
    }
    String words = String.join(" ", command);
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.INHERIT)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      write(process, document);
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw failure(words, "it took longer than %d seconds and was stopped".formatted(SECONDS));
      }
      if (process.exitValue() != 0) {
        throw failure(words, "it left with exit code " + process.exitValue());
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(message(words, failure.getMessage()), failure);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw failure(words, "waiting for it was interrupted");
    }
  }

  /** A command that does not read what it is given may end before that is written. */
  private static void write(Process process, String document) {
    try (OutputStream input = process.getOutputStream()) {
      input.write(document.getBytes(StandardCharsets.UTF_8));
    } catch (IOException closed) {
      // Its exit code tells whether it went well.
    }
  }

  private static UncheckedIOException failure(String command, String what) {
    String message = message(command, what);
    return new UncheckedIOException(message, new IOException(message));
  }

  private static String message(String command, String what) {
    return "notifying by %s: %s; correct the command or the key notify of the settings"
        .formatted(command, what);
  }
}
