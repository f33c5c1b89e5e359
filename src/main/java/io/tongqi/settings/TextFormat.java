package io.tongqi.settings;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Format;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The kinds of text that a schema names by `format`, each with what reads it. */
@SuppressWarnings("ImmutableEnumChecker") // all readers are functions without state
enum TextFormat implements Format {
  CHARACTER(TextFormat::character),
  DATE(LocalDate::parse),
  DATE_PATTERN(TextFormat::datePattern),
  DAY_PATTERN(TextFormat::dayPattern),
  ENCODING(TextFormat::encoding),
  GLOB(TextFormat::glob),
  GROUPED_REGEX(TextFormat::groupedRegex),
  TIME_ZONE(ZoneId::of),
  TIMESTAMP_PATTERN(TextFormat::timestampPattern);

  private static final List<String> ENCODINGS =
      List.of("UTF-8", "GBK", "GB18030", "Big5", "ISO-8859-1");
  private static final Pattern ANYTHING = Pattern.compile("(.*)");
  private static final Pattern QUOTED = Pattern.compile("'[^']*'");
  private static final Pattern WITHOUT_SPARK = Pattern.compile("[ABceNnpuWw]");
  private static final ZonedDateTime SAMPLE =
      LocalDate.of(2016, 11, 23).atTime(17, 41, 52).atZone(ZoneId.of("Asia/Shanghai"));

  private final Function<String, ?> reader;

  TextFormat(Function<String, ?> reader) {
    this.reader = reader;
  }

  /** What the text stands for; an IllegalArgumentException or DateTimeException if nothing. */
  Object read(String text) {
    return reader.apply(text);
  }

  /** Why a text cannot be read, blank where there is no more to say; empty where it can be. */
  Optional<String> problem(String text) {
    try {
      Objects.requireNonNull(read(text));
      return Optional.empty();
    } catch (IllegalArgumentException | DateTimeException refused) {
      String reason = Objects.requireNonNullElse(refused.getMessage(), "");
      String first = reason.lines().findFirst().orElse("");
      return Optional.of(first.equals(text) ? "" : first);
    }
  }

  /** The format's name in a schema. */
  @Override
  public String getName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public boolean matches(ExecutionContext context, String text) {
    return problem(text).isEmpty();
  }

  private static char character(String text) {
    if (text.equals("\\t")) {
      return '\t';
    }
    if (text.length() != 1) {
      throw new IllegalArgumentException();
    }
    return text.charAt(0);
  }

  private static String datePattern(String format) {
    new NamePattern(ANYTHING, format).tellsDays();
    return format;
  }

  private static String dayPattern(String format) {
    if (!new NamePattern(ANYTHING, format).tellsDays()) {
      throw new IllegalArgumentException("it tells no day");
    }
    return format;
  }

  private static Charset encoding(String name) {
    Charset charset =
        name.equalsIgnoreCase("Latin-1") ? StandardCharsets.ISO_8859_1 : Charset.forName(name);
    if (!ENCODINGS.contains(charset.name())) {
      throw new IllegalArgumentException(charset + " is not supported");
    }
    return charset;
  }

  private static String glob(String glob) {
    Glob.matches(glob, "any");
    return glob;
  }

  private static Pattern groupedRegex(String expression) {
    Pattern pattern = Pattern.compile(expression);
    if (pattern.matcher("").groupCount() == 0) {
      throw new IllegalArgumentException("it has no group");
    }
    return pattern;
  }

  /** A pattern of dates or times that tells at least the year, and the hour of the whole day. */
  private static String timestampPattern(String pattern) {
    Optional<String> mistaken = new TimestampPattern(pattern).mistaken();
    if (mistaken.isPresent()) {
      throw new IllegalArgumentException(mistaken.get());
    }
    if (WITHOUT_SPARK.matcher(QUOTED.matcher(pattern).replaceAll("")).find()) {
      throw new IllegalArgumentException(
          "of the letters, Spark has no A, B, c, e, n, N, p, u, w, W");
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
}
