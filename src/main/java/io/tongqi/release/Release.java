package io.tongqi.release;

import static org.apache.commons.lang3.StringUtils.substringAfterLast;
import static org.apache.commons.lang3.StringUtils.substringBeforeLast;

import java.time.LocalDate;
import java.util.Comparator;
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
  /** Ids, older releases first: by their day, those of one day as they were made. */
  public static final Comparator<String> ORDER =
      Comparator.<String, LocalDate>comparing(id -> LocalDate.parse(substringBeforeLast(id, ".")))
          .thenComparingInt(id -> Integer.parseInt(substringAfterLast(id, ".")));
}
