package io.tongqi.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A window of the settings with a fixed first and last day; one whose first day comes after its
 * last begins in the year before.
 */
record NamedWindow(String name, MonthDay first, MonthDay last) implements Window {
  private static final Pattern FORM = Pattern.compile("(\\d\\d-\\d\\d)\\.\\.(\\d\\d-\\d\\d)");
  private static final MonthDay LEAP_DAY = MonthDay.of(2, 29);
  private static final MonthDay DAY_BEFORE_LEAP_DAY = MonthDay.of(2, 28);

  static NamedWindow parse(String name, String days) {
    Matcher form = FORM.matcher(days == null ? "" : days);
    if (!form.matches()) {
      throw unreadable(name, days, "it is not of the form MM-DD..MM-DD", null);
    }
    MonthDay first = monthDay(name, days, form.group(1));
    MonthDay last = monthDay(name, days, form.group(2));
    if (first.equals(LEAP_DAY) && last.equals(DAY_BEFORE_LEAP_DAY)) {
      throw unreadable(
          name, days, "the last day of February would be in two years' windows at once", null);
    }
    return new NamedWindow(name, first, last);
  }

  @Override
  public int currentYear(LocalDate asOf) {
    int year = asOf.getYear();
    return lastDay(year).isAfter(asOf) ? year - 1 : year;
  }

  @Override
  public Optional<DayRange> inYear(int year, LocalDate asOf) {
    int firstYear = first.isAfter(last) ? year - 1 : year;
    return Optional.of(new DayRange(first.atYear(firstYear), lastDay(year)));
  }

  private LocalDate lastDay(int year) {
    return last.equals(DAY_BEFORE_LEAP_DAY)
        ? YearMonth.of(year, last.getMonth()).atEndOfMonth()
        : last.atYear(year);
  }

  private static MonthDay monthDay(String name, String days, String text) {
    try {
      return MonthDay.parse("--" + text);
    } catch (DateTimeException cause) {
      throw unreadable(name, days, "no year has the day '" + text + "'", cause);
    }
  }

  private static IllegalArgumentException unreadable(
      String name, String days, String fault, DateTimeException cause) {
    return new IllegalArgumentException(
        "Reading the named window '"
            + name
            + "' with the value '"
            + days
            + "': "
            + fault
            + "; write its first and last day like 06-01..06-18",
        cause);
  }
}
