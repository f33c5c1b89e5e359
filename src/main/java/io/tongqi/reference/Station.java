package io.tongqi.reference;

import java.time.LocalDate;
import javax.annotation.Nullable;

/**
 * A police station while it bore one number.
 *
 * @param station its number; numbers are reused, so that it is known by number and first day
 * @param validFrom its first day
 * @param validTo its last day; null: still open
 * @param nameZh its Chinese name
 * @param nameEn its English name
 * @param district the code of its district
 * @param successor the number of the station that its records roll forward to; null: none
 * @param area the station of today that its figures are shown for
 */
public record Station(
    String station,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    String nameZh,
    String nameEn,
    String district,
    @Nullable String successor,
    String area) {
  /** Whether the station bore its number on a day. */
  public boolean isValidOn(LocalDate day) {
    return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
  }

  /** The same station, shown for an area. */
  Station withArea(String area) {
    return new Station(station, validFrom, validTo, nameZh, nameEn, district, successor, area);
  }
}
