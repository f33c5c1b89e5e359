package io.tongqi.calendar;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.ChineseCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The days of another year that are the same day as one of this year, as holidays have it: by date,
 * by the weekday counted from the beginning or from the end of its month, or by the Chinese
 * calendar.
 */
public final class SameDay {
  private static final int DAYS_A_WEEK = 7;
  private static final long MILLISECONDS_A_DAY = Duration.ofDays(1).toMillis();

  private record Asked(LocalDate day, int years) {}

  /** The Chinese calendar is slow to reckon with. */
  private static final Map<Asked, LocalDate> IN_CHINESE_CALENDAR = new ConcurrentHashMap<>();

  private SameDay() {}

  /**
   * The same day of another year.
   *
   * @param years how many years later; negative: earlier
   * @return up to four days, the earliest first
   */
  public static Set<LocalDate> of(LocalDate day, int years) {
    YearMonth month = YearMonth.from(day);
    LocalDate later = month.plusYears(years).atDay(1);
    DayOfWeek weekday = day.getDayOfWeek();
    int fromBeginning = (day.getDayOfMonth() - 1) / DAYS_A_WEEK + 1;
    int fromEnd = (month.lengthOfMonth() - day.getDayOfMonth()) / DAYS_A_WEEK + 1;
    return new TreeSet<>(
        List.of(
            day.plusYears(years),
            later.with(TemporalAdjusters.dayOfWeekInMonth(fromBeginning, weekday)),
            later.with(TemporalAdjusters.dayOfWeekInMonth(-fromEnd, weekday)),
            IN_CHINESE_CALENDAR.computeIfAbsent(
                new Asked(day, years), SameDay::inChineseCalendar)));
  }

  private static LocalDate inChineseCalendar(Asked asked) {
    ChineseCalendar calendar = new ChineseCalendar(TimeZone.GMT_ZONE, ULocale.ROOT);
    calendar.setTimeInMillis(asked.day().toEpochDay() * MILLISECONDS_A_DAY);
    int year = calendar.get(Calendar.EXTENDED_YEAR) + asked.years();
    int month = calendar.get(Calendar.MONTH);
    int dayOfMonth = calendar.get(Calendar.DAY_OF_MONTH);
    calendar.set(Calendar.EXTENDED_YEAR, year);
    calendar.set(Calendar.MONTH, month);
    calendar.set(ChineseCalendar.IS_LEAP_MONTH, 0);
    calendar.set(Calendar.DAY_OF_MONTH, dayOfMonth);
    return LocalDate.ofEpochDay(Math.floorDiv(calendar.getTimeInMillis(), MILLISECONDS_A_DAY));
  }
}
