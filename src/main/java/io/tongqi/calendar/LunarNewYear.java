package io.tongqi.calendar;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.ChineseCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Month;
import java.util.Map;

/**
 * Lunar New Year's Day (春节), the first day of the first month of the Chinese calendar.
 *
 * <p>The dates come from ICU's Chinese calendar, which reckons new moons and solar terms for
 * China's time zone wherever the program runs. ICU's new moons are a few minutes off, which puts
 * those close to midnight on the wrong day; for these years the published day stands. With them,
 * the dates agree with the published calendar (GB/T 33661, Hong Kong Observatory) from 1900 to
 * 2100.
 */
public final class LunarNewYear {
  private static final Map<Integer, LocalDate> PUBLISHED =
      Map.of(
          1954, LocalDate.of(1954, Month.FEBRUARY, 3),
          2027, LocalDate.of(2027, Month.FEBRUARY, 6),
          2030, LocalDate.of(2030, Month.FEBRUARY, 3));

  private static final long MILLISECONDS_A_DAY = Duration.ofDays(1).toMillis();

  private LunarNewYear() {}

  /**
   * Lunar New Year's Day of a year.
   *
   * @param year the year of the common calendar in which the lunar year begins
   * @return a day in January or February of {@code year}
   */
  public static LocalDate day(int year) {
    LocalDate published = PUBLISHED.get(year);
    return published == null ? computed(year) : published;
  }

  private static LocalDate computed(int year) {
    // In UTC, days start at multiples of a day; the zone given here has no part in the astronomy.
    ChineseCalendar calendar = new ChineseCalendar(TimeZone.GMT_ZONE, ULocale.ROOT);
    long midsummer = LocalDate.of(year, Month.JULY, 1).toEpochDay();
    calendar.setTimeInMillis(midsummer * MILLISECONDS_A_DAY);
    calendar.set(Calendar.MONTH, 0);
    calendar.set(ChineseCalendar.IS_LEAP_MONTH, 0);
    calendar.set(Calendar.DAY_OF_MONTH, 1);
    return LocalDate.ofEpochDay(Math.floorDiv(calendar.getTimeInMillis(), MILLISECONDS_A_DAY));
  }
}
