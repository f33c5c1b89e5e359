package io.tongqi.calendar;

import io.tongqi.domain.Bilingual;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;

/** What people call a range of days: a year, a half-year, a quarter, a month, else its days. */
public final class PeriodName {
  private static final int MONTHS_OF_HALF = 6;
  private static final int MONTHS_OF_QUARTER = 3;

  private PeriodName() {}

  /** The name of a range. */
  public static Bilingual of(DayRange days) {
    LocalDate first = days.first();
    int year = first.getYear();
    if (days.equals(DayRange.ofYear(Year.of(year)))) {
      return new Bilingual("%1年", "%1").filled(year);
    }
    if (isOfMonths(days, MONTHS_OF_HALF)) {
      return first.getMonth() == Month.JANUARY
          ? new Bilingual("%1年上半年", "first half of %1").filled(year)
          : new Bilingual("%1年下半年", "second half of %1").filled(year);
    }
    if (isOfMonths(days, MONTHS_OF_QUARTER)) {
      return new Bilingual("%1年第%2季度", "quarter %2 of %1")
          .filled(year, first.getMonthValue() / MONTHS_OF_QUARTER + 1);
    }
    if (isOfMonths(days, 1)) {
      return new Bilingual(
          "%d年%d月".formatted(year, first.getMonthValue()),
          "%s %d".formatted(first.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH), year));
    }
    return new Bilingual("%1至%2", "%1 to %2").filled(day(first), day(days.last()));
  }

  /** A day as it is written. */
  public static Bilingual day(LocalDate day) {
    return new Bilingual(
        "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth()),
        "%d %s %d"
            .formatted(
                day.getDayOfMonth(),
                day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                day.getYear()));
  }

  /** Whether it is so many whole months, counted from January by that many. */
  private static boolean isOfMonths(DayRange days, int months) {
    YearMonth first = YearMonth.from(days.first());
    return (first.getMonthValue() - 1) % months == 0
        && days.first().getDayOfMonth() == 1
        && days.last().equals(first.plusMonths(months - 1L).atEndOfMonth());
  }
}
