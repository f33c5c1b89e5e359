package io.tongqi.command;

import java.time.InstantSource;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/**
 * Makes the commands and their options, which know the time from this clock alone.
 *
 * @param clock tells what the default of {@code --as-of} is, and when a batch is accepted
 */
public record Clocked(InstantSource clock) implements IFactory {
  @Override
  public <K> K create(Class<K> kind) throws Exception {
    if (kind == LastDay.class) {
      return kind.cast(new LastDay(clock));
    }
    return kind == AcceptCommand.class
        ? kind.cast(new AcceptCommand(clock))
        : CommandLine.defaultFactory().create(kind);
  }
}
