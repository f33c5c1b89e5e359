package io.tongqi.generate;

/**
 * How large a bulk is.
 *
 * @param incidents how many incidents; one in ten is delivered in two versions
 * @param stations how many stations, twenty to a district
 * @param categories how many categories
 * @param groups how many category groups, {@code all} and {@code criminal} included
 * @param filesPerYear how many files hold a year: a divisor of 12
 * @param firstYear the first year
 * @param lastYear the last year
 */
public record BulkSize(
    long incidents,
    int stations,
    int categories,
    int groups,
    int filesPerYear,
    int firstYear,
    int lastYear) {
  /** Checks that all sizes can be met. */
  public BulkSize {
    check("incidents", incidents, 1, 999_999_999);
    check("stations", stations, 1, 9999);
    check("categories", categories, 1, 999);
    check("groups", groups, 3, 999);
    check("files per year", filesPerYear, 1, 12);
    check("first year", firstYear, 1901, lastYear);
    check("last year", lastYear, firstYear, 2099);
    if (12 % filesPerYear != 0) {
      throw new IllegalArgumentException(
          "generating a bulk: files per year is %d; give 1, 2, 3, 4, 6 or 12"
              .formatted(filesPerYear));
    }
  }

  /** So many incidents of 200 stations and 60 categories from 2015 to 2024, in quarterly files. */
  public static BulkSize of(long incidents) {
    return new BulkSize(incidents, 200, 60, 20, 4, 2015, 2024);
  }

  private static void check(String name, long value, long lowest, long highest) {
    if (value < lowest || value > highest) {
      throw new IllegalArgumentException(
          "generating a bulk: %s is %d; give %d to %d".formatted(name, value, lowest, highest));
    }
  }
}
