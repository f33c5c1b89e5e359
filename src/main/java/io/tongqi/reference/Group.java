package io.tongqi.reference;

import java.time.LocalDate;
import javax.annotation.Nullable;

/**
 * A group of categories; groups overlap.
 *
 * @param categoryGroup its code
 * @param nameZh its Chinese name
 * @param nameEn its English name
 * @param comparableFrom the first day whose figures compare with today's; null: all do
 */
public record Group(
    String categoryGroup, String nameZh, String nameEn, @Nullable LocalDate comparableFrom) {}
