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
 * @param isSensitive whether it is published for the whole force only
 */
public record Group(
    String categoryGroup,
    String nameZh,
    String nameEn,
    @Nullable LocalDate comparableFrom,
    boolean isSensitive) {
  /** One that is published for every area. */
  public Group(
      String categoryGroup, String nameZh, String nameEn, @Nullable LocalDate comparableFrom) {
    this(categoryGroup, nameZh, nameEn, comparableFrom, false);
  }

  /** What of it shapes figures, as it goes into the hash of the reference data. */
  @Override
  public String toString() {
    return "Group[categoryGroup=%s, nameZh=%s, nameEn=%s, comparableFrom=%s]"
        .formatted(categoryGroup, nameZh, nameEn, comparableFrom);
  }
}
