package io.tongqi.settings;

import io.tongqi.domain.Resolution;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A pattern of dates or times that are given as text.
 *
 * @param text the pattern, in the letters of Spark
 */
public record TimestampPattern(String text) {
  private static final Pattern QUOTED = Pattern.compile("'[^']*'");
  private static final Pattern OPTIONAL = Pattern.compile("\\[([^\\[\\]]*)]");
  private static final Pattern MISTAKEN = Pattern.compile("[kKY]|D(?=.*M)|(?<=M.{0,9})D");
  private static final Map<String, String> MEANT =
      Map.of(
          "k", "k counts the hours of a day from 1 to 24; write H",
          "K", "K counts the hours of half a day from 0 to 11; write h, with a for AM or PM",
          "Y", "Y is the year of a week; write y",
          "D", "D is the day of the year; write d");

  /** Days that no two ways of writing them confuse. */
  private static final List<LocalDateTime> SAMPLES =
      Stream.of("2003-04-05", "2005-03-04", "2010-11-12", "2012-10-11", "2011-12-10", "2007-08-09")
          .map(day -> LocalDate.parse(day).atTime(LocalTime.of(1, 2, 3)))
          .toList();

  /** The patterns, one with an optional part as one with that part and one without it. */
  public static List<TimestampPattern> all(List<String> patterns) {
    return patterns.stream()
        .map(TimestampPattern::new)
        .flatMap(TimestampPattern::variants)
        .distinct()
        .toList();
  }

  /** Whether it tells a time of day. */
  public boolean hasTime() {
    return letters().matches(".*[HhKk].*");
  }

  /** Whether it tells an offset or zone. */
  public boolean hasOffset() {
    return letters().matches(".*[VzOXxZ].*");
  }

  /** Whether it tells a date as exactly as that. */
  public boolean tells(Resolution resolution) {
    return switch (resolution) {
      case DAY -> hasDay();
      case MONTH -> hasMonth();
      case YEAR -> true;
    };
  }

  /** Whether it tells the day of a month. */
  boolean hasDay() {
    return letters().matches(".*[dDF].*");
  }

  /** Whether it tells the month. */
  boolean hasMonth() {
    return hasDay() || letters().matches(".*[MLQq].*");
  }

  /** What is wrong with a letter that is often taken for another; empty if nothing. */
  Optional<String> mistaken() {
    Matcher letter = MISTAKEN.matcher(letters());
    return letter.results().map(MatchResult::group).findFirst().map(MEANT::get);
  }

  /** A text that this and another pattern read as two different days, if there is one. */
  Optional<String> conflict(TimestampPattern other) {
    return SAMPLES.stream()
        .map(sample -> formatter().format(sample.atZone(ZoneOffset.UTC)))
        .filter(
            written -> {
              Optional<LocalDate> day = day(written);
              Optional<LocalDate> otherDay = other.day(written);
              return day.isPresent() && otherDay.isPresent() && !day.equals(otherDay);
            })
        .findFirst();
  }

  private Optional<LocalDate> day(String written) {
    try {
      return Optional.ofNullable(formatter().parse(written).query(TemporalQueries.localDate()));
    } catch (DateTimeException unread) {
      return Optional.empty();
    }
  }

  private DateTimeFormatter formatter() {
    DateTimeFormatterBuilder builder =
        new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(text);
    if (!hasMonth()) {
      builder.parseDefaulting(ChronoField.MONTH_OF_YEAR, 1);
    }
    if (!hasDay()) {
      builder.parseDefaulting(ChronoField.DAY_OF_MONTH, 1);
    }
    return builder.toFormatter(Locale.ENGLISH);
  }

  private Stream<TimestampPattern> variants() {
    Matcher optional = OPTIONAL.matcher(text);
    boolean isQuoted = QUOTED.matcher(text).results().anyMatch(it -> it.group().contains("["));
    if (isQuoted || !optional.find()) {
      return Stream.of(this);
    }
    String before = text.substring(0, optional.start());
    String after = text.substring(optional.end());
    return Stream.of(before + optional.group(1) + after, before + after)
        .map(TimestampPattern::new)
        .flatMap(TimestampPattern::variants);
  }

  private String letters() {
    return QUOTED.matcher(text).replaceAll("");
  }
}
