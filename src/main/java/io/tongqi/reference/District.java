package io.tongqi.reference;

import java.time.LocalDate;
import javax.annotation.Nullable;

/**
 * A district of the force.
 *
 * @param district its code
 * @param nameZh its Chinese name
 * @param nameEn its English name
 * @param comparableFrom the first day whose figures compare with today's; null: all do
 */
public record District(
    String district, String nameZh, String nameEn, @Nullable LocalDate comparableFrom) {}
