package io.tongqi.command;

import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/**
 * Makes the commands and their options, which know the time from this clock alone.
 *
 * @param clock tells what the default of {@code --as-of} is, when a batch is accepted, and how long
 *     a run is awaited
 */
public record Clocked(InstantSource clock) implements IFactory {
  private static final Map<Class<?>, Function<InstantSource, Object>> KNOWING =
      Map.of(
          LastDay.class, LastDay::new,
          Wait.class, Wait::new,
          AcceptCommand.class, AcceptCommand::new,
          RunsCommand.class, RunsCommand::new,
          DoctorCommand.class, DoctorCommand::new);

  @Override
  public <K> K create(Class<K> kind) throws Exception {
    return KNOWING.containsKey(kind)
        ? kind.cast(KNOWING.get(kind).apply(clock))
        : CommandLine.defaultFactory().create(kind);
  }
}
