package io.tongqi.command;

import java.time.InstantSource;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/**
 * Makes the commands and their options, which know the time from this clock alone.
 *
 * @param clock tells what the default of {@code --as-of} is
 */
public record Clocked(InstantSource clock) implements IFactory {
  @Override
  public <K> K create(Class<K> kind) throws Exception {
    return kind == Days.class
        ? kind.cast(new Days(clock))
        : CommandLine.defaultFactory().create(kind);
  }
}
