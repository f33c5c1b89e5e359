package io.tongqi.claims;

import io.tongqi.domain.Bilingual;
import javax.annotation.Nullable;

/**
 * What the tables know of a figure; null is what they do not know.
 *
 * @param value in the unit of the metric: rates 0..1, money in cents
 * @param numerator of a rate
 * @param denominator of a rate
 * @param coverage the share of the window's days that are covered
 * @param priorCoverage that of the year before
 * @param record best, equals_best, not_best, all_equal or undetermined
 * @param reason why it is that record
 * @param isWithinChance whether the change on the year before may be due to chance
 * @param noBaseline that an activity has nothing to be compared with, in words; null where it has,
 *     and for metrics, of which coverage tells
 */
public record Evidence(
    @Nullable Double value,
    @Nullable Double priorValue,
    @Nullable Double numerator,
    @Nullable Double denominator,
    @Nullable Double coverage,
    @Nullable Double priorCoverage,
    int yearsCompared,
    @Nullable Integer rank,
    @Nullable Integer peerRank,
    @Nullable Integer peerCount,
    String record,
    Bilingual reason,
    @Nullable Boolean isWithinChance,
    @Nullable Bilingual noBaseline) {
  /** What is known of so many of the records that the figure counts; the days are the same. */
  Evidence counting(long records) {
    return new Evidence(
        (double) records,
        null,
        null,
        null,
        coverage,
        priorCoverage,
        yearsCompared,
        null,
        null,
        null,
        record,
        reason,
        null,
        null);
  }
}
