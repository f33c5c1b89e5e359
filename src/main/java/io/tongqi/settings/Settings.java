package io.tongqi.settings;

import io.tongqi.domain.UnknownCodes;
import io.tongqi.reference.ReferenceData;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * All that a run is told by files: `tongqi.yaml`, the source mappings and the reference data.
 *
 * @param file the settings file
 * @param force the police force
 * @param timeZone the zone of its days
 * @param warehouse the folder of the tables, any Hadoop path
 * @param sources the source mappings
 * @param reference stations, districts, category groups and categories
 * @param years how many years are compared, the current one included
 * @param windows days of further windows by name, as `06-01..06-18`
 * @param unknownCodes what to do with unknown station and category codes
 * @param rejectShareLimit the share of a batch's rows, 0..1, above which rejects stop the run
 * @param movedShareLimit the share of a batch's versions, 0..1, above which moves to another year
 *     do
 * @param vanishShareLimit the share of a snapshot's records, 0..1, above which vanishing ones do
 * @param alikeShareLimit the share of a batch's rows, 0..1, above which rows that differ only in
 *     what is not read do
 * @param quarantineRawDays for how many days the text of a rejected line is kept
 * @param releaseDays for how many days a replaced release can be read
 * @param ratesFromCases from how many cases on a station's rates are published
 * @param schemaPrefix what the names of schemas in Spark's catalog begin with, where the tables are
 *     registered there
 * @param notified a command, with its arguments, that is given the document of each run; none if
 *     empty
 * @param metricsFile where each run leaves its figures for Prometheus
 * @param master the Spark master
 * @param sparkConfiguration Spark's own settings
 */
public record Settings(
    Path file,
    Force force,
    ZoneId timeZone,
    String warehouse,
    List<SourceMapping> sources,
    ReferenceData reference,
    int years,
    Map<String, String> windows,
    UnknownCodes unknownCodes,
    double rejectShareLimit,
    double movedShareLimit,
    double vanishShareLimit,
    double alikeShareLimit,
    int quarantineRawDays,
    int releaseDays,
    int ratesFromCases,
    Optional<String> schemaPrefix,
    List<String> notified,
    Optional<Path> metricsFile,
    String master,
    Map<String, String> sparkConfiguration) {
  /** The hash of all of a mapping that shapes figures: how rows are booked, and what is quiet. */
  public String figuresHash(SourceMapping mapping) {
    List<String> quiet =
        mapping.quiet().stream()
            .map(it -> "%s..%s %s".formatted(it.from(), it.to(), new TreeSet<>(it.stations())))
            .sorted()
            .toList();
    return quiet.isEmpty()
        ? mappingHash(mapping)
        : DigestUtils.sha256Hex((mappingHash(mapping) + quiet).getBytes(StandardCharsets.UTF_8));
  }

  /** The hash under which rows of a source are booked: of its mapping and what else shapes them. */
  public String mappingHash(SourceMapping mapping) {
    return DigestUtils.sha256Hex(
        (mapping.hash() + timeZone + unknownCodes).getBytes(StandardCharsets.UTF_8));
  }
}
