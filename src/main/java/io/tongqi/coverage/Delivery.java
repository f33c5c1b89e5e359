package io.tongqi.coverage;

import java.time.LocalDate;
import javax.annotation.Nullable;

/**
 * The days that a delivered file answers for.
 *
 * @param source its source
 * @param firstDay the first day
 * @param lastDay the last day, included
 * @param station the only station that it answers for; null: all
 */
public record Delivery(
    String source, LocalDate firstDay, LocalDate lastDay, @Nullable String station) {}
