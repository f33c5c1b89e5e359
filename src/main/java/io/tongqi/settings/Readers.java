package io.tongqi.settings;

import io.tongqi.calendar.DayRange;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the kinds of text that several keys share. */
final class Readers {
  private static final List<String> ENCODINGS =
      List.of("UTF-8", "GBK", "GB18030", "Big5", "ISO-8859-1");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]*");
  private static final Pattern QUOTED = Pattern.compile("'[^']*'");
  private static final Pattern WITHOUT_SPARK = Pattern.compile("[ABceNnpuWwY]");
  private static final ZonedDateTime SAMPLE =
      LocalDate.of(2016, 11, 23).atTime(17, 41, 52).atZone(ZoneId.of("Asia/Shanghai"));

  private Readers() {}

  static Optional<String> name(Value value) {
    return value.parsed(
        Readers::name, "a name of lower-case letters, digits, hyphens and underscores");
  }

  static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  private static String name(String text) {
    if (!isName(text)) {
      throw new IllegalArgumentException();
    }
    return text;
  }

  static Optional<ZoneId> zone(Value value) {
    return value.parsed(ZoneId::of, "a time zone such as Asia/Shanghai");
  }

  static Optional<Charset> encoding(Value value) {
    return value.parsed(Readers::encoding, "one of " + String.join(", ", ENCODINGS));
  }

  private static Charset encoding(String name) {
    Charset charset =
        name.equalsIgnoreCase("Latin-1") ? StandardCharsets.ISO_8859_1 : Charset.forName(name);
    if (!ENCODINGS.contains(charset.name())) {
      throw new IllegalArgumentException(charset + " is not supported");
    }
    return charset;
  }

  static Optional<String> glob(Value value) {
    return value.parsed(Readers::glob, "a glob such as **/*.csv");
  }

  private static String glob(String glob) {
    Glob.matches(glob, "any");
    return glob;
  }

  static boolean isGlob(String text) {
    try {
      return glob(text).equals(text);
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  /** A regular expression with at least one group. */
  static Optional<Pattern> pattern(Value value) {
    return value.parsed(Readers::pattern, "a regular expression with a group (…)");
  }

  private static Pattern pattern(String expression) {
    Pattern pattern = Pattern.compile(expression);
    if (pattern.matcher("").groupCount() == 0) {
      throw new IllegalArgumentException("it has no group");
    }
    return pattern;
  }

  /** A pattern of dates or times that tells at least the year, and the hour of the whole day. */
  static Optional<String> timestampPattern(Value value) {
    return value.parsed(Readers::timestampPattern, "a pattern such as yyyy-MM-dd HH:mm:ss");
  }

  private static String timestampPattern(String pattern) {
    if (WITHOUT_SPARK.matcher(QUOTED.matcher(pattern).replaceAll("")).find()) {
      throw new IllegalArgumentException(
          "of the letters, Spark has no A, B, c, e, n, N, p, u, w, W, Y");
    }
    DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    TemporalAccessor read = formatter.parse(formatter.format(SAMPLE));
    boolean hasTime =
        read.isSupported(ChronoField.MINUTE_OF_HOUR) || read.isSupported(ChronoField.HOUR_OF_AMPM);
    if (hasTime && !read.isSupported(ChronoField.HOUR_OF_DAY)) {
      throw new IllegalArgumentException("it tells no hour of 0 to 23: HH");
    }
    if (!read.isSupported(hasTime ? ChronoField.EPOCH_DAY : ChronoField.YEAR)) {
      throw new IllegalArgumentException("it tells no year, month and day: yyyy, MM and dd");
    }
    return pattern;
  }

  /** Keys `name` and `format`. */
  static Optional<NamePattern> namePattern(Keys keys) {
    Optional<Pattern> pattern = pattern(keys.required("name"));
    Optional<String> format =
        keys.required("format").parsed(Readers::dateFormat, "a date pattern such as yyyy-MM");
    return pattern.flatMap(name -> format.map(dates -> new NamePattern(name, dates)));
  }

  private static String dateFormat(String format) {
    new NamePattern(Pattern.compile("(.*)"), format).tellsDays();
    return format;
  }

  /** Keys `from` and `to`, in order. */
  static Optional<DayRange> days(Keys keys) {
    Optional<LocalDate> from = keys.required("from").date();
    Value end = keys.required("to");
    return from.flatMap(first -> end.date().flatMap(last -> days(first, last, end)));
  }

  private static Optional<DayRange> days(LocalDate first, LocalDate last, Value end) {
    if (last.isBefore(first)) {
      end.fault("%s is before %s".formatted(last, first), "write a day on or after " + first);
      return Optional.empty();
    }
    return Optional.of(new DayRange(first, last));
  }
}
