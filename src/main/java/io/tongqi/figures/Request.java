package io.tongqi.figures;

import io.tongqi.faults.SettingsException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be compared.
 *
 * @param asOf the last day to count
 * @param knownAt the last day of recording to count, not before asOf
 * @param batches the batches that a release lists; empty: all that are complete
 */
public record Request(LocalDate asOf, LocalDate knownAt, Optional<Set<String>> batches) {
  /**
   * Checks the days.
   *
   * @throws SettingsException if knownAt is before asOf
   */
  public Request {
    if (knownAt.isBefore(asOf)) {
      throw new SettingsException(
          List.of(
              "--known-at: %s is before --as-of %s, so that the last days would be missing; give %s or later"
                  .formatted(knownAt, asOf, asOf)));
    }
  }

  /** All complete batches, as known on the last day to count. */
  public static Request of(LocalDate asOf) {
    return new Request(asOf, asOf, Optional.empty());
  }
}
