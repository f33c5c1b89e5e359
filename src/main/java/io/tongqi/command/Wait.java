package io.tongqi.command;

import java.time.Duration;
import java.time.InstantSource;
import picocli.CommandLine.Option;

/** The option that says how long to wait for another run, and the clock to wait by. */
final class Wait {
  private final InstantSource clock;

  @Option(
      names = "--wait",
      paramLabel = "MINUTES",
      defaultValue = "0",
      description =
          "wait so long while another run holds the tables (default: leave at once, with 75)")
  private long minutes;

  Wait(InstantSource clock) {
    this.clock = clock;
  }

  InstantSource clock() {
    return clock;
  }

  Duration duration() {
    return Duration.ofMinutes(minutes);
  }
}
