package io.tongqi.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tongqi.calendar.DayRange;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads days from a file's name. The pattern is searched in the name; its first group is a date in
 * the format, and a second group, where there is one, the end of a range. A format without a day
 * (or month) stands for all days of the month, quarter or year. Month names are English, in any
 * case.
 *
 * @param pattern regular expression with one or two groups
 * @param format pattern of {@link DateTimeFormatter}, such as `yyyy-MM` or `MMMMyyyy`
 */
public record NamePattern(@JsonProperty("name") Pattern pattern, String format) {
  /**
   * The days that a file name tells; empty where the pattern does not occur in the name, or what it
   * finds is no date or runs backwards.
   */
  public Optional<DayRange> days(String name) {
    Matcher matcher = pattern.matcher(name);
    if (!matcher.find() || matcher.group(1) == null) {
      return Optional.empty();
    }
    try {
      DayRange start = unit(matcher.group(1));
      if (matcher.groupCount() < 2 || matcher.group(2) == null) {
        return Optional.of(start);
      }
      return Optional.of(new DayRange(start.first(), unit(matcher.group(2)).last()));
    } catch (IllegalArgumentException | DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  /**
   * Whether the format tells single days, rather than months or years.
   *
   * @throws IllegalArgumentException if the format is no pattern of a date
   */
  public boolean tellsDays() {
    LocalDate day = LocalDate.of(2016, 11, 23);
    return unit(formatter().format(day)).equals(new DayRange(day, day));
  }

  private DayRange unit(String text) {
    TemporalAccessor date = formatter().parse(text);
    int year = date.get(ChronoField.YEAR);
    if (date.isSupported(ChronoField.EPOCH_DAY)) {
      return new DayRange(LocalDate.from(date), LocalDate.from(date));
    }
    if (date.isSupported(ChronoField.MONTH_OF_YEAR)) {
      return months(YearMonth.from(date), 1);
    }
    if (date.isSupported(IsoFields.QUARTER_OF_YEAR)) {
      int quarter = Math.toIntExact(date.getLong(IsoFields.QUARTER_OF_YEAR));
      return months(YearMonth.of(year, quarter * 3 - 2), 3);
    }
    return months(YearMonth.of(year, 1), 12);
  }

  private static DayRange months(YearMonth first, int count) {
    return new DayRange(first.atDay(1), first.plusMonths(count - 1).atEndOfMonth());
  }

  private DateTimeFormatter formatter() {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(format)
        .parseDefaulting(ChronoField.ERA, 1)
        .toFormatter(Locale.ENGLISH)
        .withResolverStyle(ResolverStyle.STRICT);
  }
}
