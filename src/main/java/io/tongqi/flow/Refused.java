package io.tongqi.flow;

import io.tongqi.faults.DataRefusedException;
import io.tongqi.settings.SourceMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The sources of a run whose deliveries are refused, which keeps none of the others from it. */
public final class Refused {
  private final List<String> sources = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  /** What is done for a source, empty if that ends in a refusal. */
  <T> Optional<T> unless(SourceMapping mapping, Supplier<Optional<T>> work) {
    try {
      return work.get();
    } catch (DataRefusedException refusal) {
      add(mapping.source(), refusal);
      return Optional.empty();
    }
  }

  private synchronized void add(String source, DataRefusedException refusal) {
    sources.add(source);
    faults.addAll(refusal.faults());
  }

  /** Whether there are any. */
  boolean isAny() {
    return !sources.isEmpty();
  }

  /**
   * Notes what else was booked.
   *
   * @throws DataRefusedException when that is nothing
   */
  void booked(List<String> others) {
    if (others.isEmpty()) {
      end();
    }
    faults.add(
        "nothing new of source %s was booked; that of %s was"
            .formatted(String.join(", ", sources), String.join(", ", others)));
  }

  /**
   * Ends the run.
   *
   * @throws DataRefusedException when something was refused
   */
  public void end() {
    if (isAny()) {
      throw new DataRefusedException(faults);
    }
  }
}
