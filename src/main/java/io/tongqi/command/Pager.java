package io.tongqi.command;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Shows a long text page by page, as git does, where somebody sits before a terminal.
 *
 * @param out where the text goes without a pager
 * @param command what pages
 */
record Pager(PrintStream out, Optional<List<String>> command) {
  /** Set by the launcher where the output is a terminal. */
  private static final String TERMINAL = "tongqi.terminal";

  private static final int NOT_FOUND = 127;

  /** With {@code $PAGER}, else less; none where the output is no terminal. */
  static Pager ofThisProcess() {
    Optional<String> named =
        Optional.ofNullable(System.getenv("PAGER")).filter(it -> !it.isBlank());
    List<String> pager = List.of("sh", "-c", named.orElse("less -FRSX"));
    return new Pager(System.out, Optional.of(pager).filter(it -> Boolean.getBoolean(TERMINAL)));
  }

  void show(String text) {
    if (command.isEmpty() || !isPaged(text)) {
      out.println(text);
    }
  }

  /** Whether the pager showed it; one that is not there shows nothing. */
  private boolean isPaged(String text) {
    try {
      Process pager =
          new ProcessBuilder(command.orElseThrow())
              .redirectOutput(ProcessBuilder.Redirect.INHERIT)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try (OutputStream input = pager.getOutputStream()) {
        input.write((text + "\n").getBytes(StandardCharsets.UTF_8));
      } catch (IOException left) {
        // Who has seen enough leaves before the end.
      }
      return pager.waitFor() != NOT_FOUND;
    } catch (IOException failure) {
      return false;
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
