package io.tongqi.coverage;

import java.time.LocalDate;
import javax.annotation.Nullable;

/**
 * Lines in quarantine of which the same is known.
 *
 * @param source their source
 * @param firstDay the first day that they may belong to
 * @param lastDay the last such day, included
 * @param station their station code; null, or unknown to the reference data: any station
 * @param category their category code; null, or unknown to the reference data: any category
 * @param lines how many lines
 */
public record OpenLine(
    String source,
    LocalDate firstDay,
    LocalDate lastDay,
    @Nullable String station,
    @Nullable String category,
    long lines) {}
