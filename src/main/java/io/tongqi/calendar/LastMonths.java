package io.tongqi.calendar;

import java.time.LocalDate;
import java.util.Optional;

/** The last complete month, quarter, half or year. */
record LastMonths(String name, int months) implements Window {

  @Override
  public int currentYear(LocalDate asOf) {
    return Alignment.lastBlockEnd(asOf, months).getYear();
  }

  @Override
  public Optional<DayRange> inYear(int year, LocalDate asOf) {
    LocalDate last = Alignment.inYear(Alignment.lastBlockEnd(asOf, months), year);
    return Optional.of(new DayRange(Alignment.blockStart(last, months), last));
  }
}
