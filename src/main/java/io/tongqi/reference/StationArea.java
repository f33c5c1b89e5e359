package io.tongqi.reference;

import java.time.LocalDate;

/**
 * The area that a station number stands for on some days. All days of a number are one area's or
 * another's: days before its first holder are the first holder's, days between two are the earlier
 * one's, and days after the last are the last one's.
 *
 * @param station the number
 * @param fromDay the first day
 * @param toDay the last day
 * @param area the station of today that figures are shown for
 * @param district the district of that station
 */
public record StationArea(
    String station, LocalDate fromDay, LocalDate toDay, String area, String district) {}
