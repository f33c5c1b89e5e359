package io.tongqi.command;

import java.time.InstantSource;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/**
 * Makes the commands and their options, which know the time from this clock alone.
 *
 * @param clock tells what the default of {@code --as-of} is, when a batch is accepted, and how long
 *     a run is awaited
 */
public record Clocked(InstantSource clock) implements IFactory {
  @Override
  public <K> K create(Class<K> kind) throws Exception {
    if (kind == LastDay.class) {
      return kind.cast(new LastDay(clock));
    }
    if (kind == Wait.class) {
      return kind.cast(new Wait(clock));
    }
    if (kind == AcceptCommand.class) {
      return kind.cast(new AcceptCommand(clock));
    }
    if (kind == RunsCommand.class) {
      return kind.cast(new RunsCommand(clock));
    }
    return kind == DoctorCommand.class
        ? kind.cast(new DoctorCommand(clock))
        : CommandLine.defaultFactory().create(kind);
  }
}
