package io.tongqi.calendar;

import java.time.LocalDate;
import java.util.Optional;

/** From the start of the running month, quarter, half or year up to the last day to count. */
record MonthsToDate(String name, int months) implements Window {

  @Override
  public int currentYear(LocalDate asOf) {
    return asOf.getYear();
  }

  @Override
  public Optional<DayRange> inYear(int year, LocalDate asOf) {
    LocalDate last = Alignment.inYear(asOf, year);
    return Optional.of(new DayRange(Alignment.blockStart(last, months), last));
  }
}
