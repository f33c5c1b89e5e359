package io.tongqi.calendar;

import java.time.LocalDate;
import java.util.Optional;

/** A fixed number of days up to the last day to count. */
record LastDays(String name, int days) implements Window {

  @Override
  public int currentYear(LocalDate asOf) {
    return asOf.getYear();
  }

  @Override
  public Optional<DayRange> inYear(int year, LocalDate asOf) {
    return Optional.of(DayRange.endingOn(Alignment.inYear(asOf, year), days));
  }
}
