package io.tongqi.release;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * A finished run: one row of {@code gold.releases}.
 *
 * @param id names it for ever
 * @param batches the batches whose entries it sums
 * @param mappingHashes hashes of the mappings by source, as text
 * @param referenceHash hash of the reference data
 * @param windowsHash hash of the windows of the settings
 * @param tableVersions the Delta version of every table, by full name
 */
public record Release(
    String id,
    LocalDate asOf,
    LocalDate knownAt,
    int years,
    Set<String> batches,
    String mappingHashes,
    String referenceHash,
    String windowsHash,
    Map<String, Long> tableVersions) {
  /** How many releases of its day there are up to this one. */
  int number() {
    return Integer.parseInt(id.substring(id.lastIndexOf('.') + 1));
  }
}
