package io.tongqi.claims;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import io.tongqi.domain.Comparator;
import io.tongqi.domain.Indicator;
import io.tongqi.domain.Kind;
import java.math.BigDecimal;
import java.text.ParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.annotation.Nullable;

/** What words around a number say of a figure, in Chinese and English. */
final class Wordings {
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");
  private static final String DIGITS = "(\\d+(?:\\.\\d+)?)";
  private static final String FEWER = "(?:下降|减少|降低|回落|fell|fall|down|decreased|dropped)";
  private static final String MORE = "(?:上升|增长|增加|提高|rose|up|increased|grew)";
  private static final String PERCENT = "\\s*(?:%|percent\\b)";
  private static final String POINTS = "\\s*(?:个百分点|percentage points?)";
  private static final String BETWEEN = "(?:了|约|\\s|by)*";

  /** The words around a number, the most particular ones first. */
  static final List<Wording> OF_FIGURES =
      List.of(
          new Wording(Comparator.CHANGE_POINTS, -1, FEWER + BETWEEN + DIGITS + POINTS),
          new Wording(Comparator.CHANGE_POINTS, 1, MORE + BETWEEN + DIGITS + POINTS),
          new Wording(Comparator.CHANGE_PCT, -1, FEWER + BETWEEN + DIGITS + PERCENT),
          new Wording(Comparator.CHANGE_PCT, 1, MORE + BETWEEN + DIGITS + PERCENT),
          new Wording(Comparator.CHANGE, -1, FEWER + BETWEEN + DIGITS),
          new Wording(Comparator.CHANGE, 1, MORE + BETWEEN + DIGITS),
          new Wording(Comparator.BEST, 1, "近?(\\d+|[一二三四五六七八九十]+)年来?(?:同期)?.{0,2}最"),
          new Wording(
              Comparator.BEST, 1, "(?:best|lowest|highest|record).{0,30}?\\b(\\d+|[a-z]+) years"),
          new Wording(Comparator.AMONG_BEST, 1, "前列|among the best"),
          new Wording(
              Comparator.AT_LEAST, 1, "(?:不少于|不低于|至少|超过|over|at least|more than)\\s*" + DIGITS),
          new Wording(Comparator.EQUALS, 1, "(\\d+)\\s*(?:天|days)"),
          new Wording(Comparator.EQUALS, 1, DIGITS + "\\s*(?:%|percent|起|人|宗|件|万元)"));

  /**
   * What the words around a number say.
   *
   * @param sign what the number is multiplied with
   */
  record Wording(Comparator comparator, int sign, Pattern pattern) {
    Wording(Comparator comparator, int sign, String pattern) {
      this(comparator, sign, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE));
    }
  }

  private Wordings() {}

  /** What the longest of the terms in a clause means. */
  static <T> Optional<T> longest(String words, Map<String, T> terms) {
    String lower = words.toLowerCase(Locale.ROOT);
    return terms.entrySet().stream()
        .filter(it -> lower.contains(it.getKey()))
        .max(Map.Entry.comparingByKey(java.util.Comparator.comparingInt(String::length)))
        .map(Map.Entry::getValue);
  }

  /** What a clause says of a figure; a value is null where it states none. */
  record Said(Comparator comparator, @Nullable BigDecimal value) {}

  /** What the first of the wordings that is found in the words says. */
  static Optional<Said> said(String words, List<Wording> wordings, Indicator indicator) {
    for (Wording wording : wordings) {
      Matcher found = wording.pattern().matcher(words);
      if (found.find()) {
        Optional<BigDecimal> value =
            found.groupCount() == 0 ? Optional.empty() : number(found.group(1), wording.sign());
        boolean isPlaced = value.isPresent() || !wording.comparator().needsValue();
        boolean isRight = !wording.comparator().isOfRates() || indicator.kind() == Kind.RATE;
        if (isPlaced && isRight) {
          return Optional.of(new Said(wording.comparator(), value.orElse(null)));
        }
      }
    }
    return Optional.empty();
  }

  /** A number in digits or in words of either language. */
  private static Optional<BigDecimal> number(String text, int sign) {
    if (NUMBER.matcher(text).matches()) {
      return Optional.of(new BigDecimal(text).multiply(BigDecimal.valueOf(sign)));
    }
    boolean isChinese = text.codePoints().anyMatch(Character::isIdeographic);
    ULocale locale = isChinese ? ULocale.CHINESE : ULocale.ENGLISH;
    try {
      Number number =
          new RuleBasedNumberFormat(locale, RuleBasedNumberFormat.SPELLOUT)
              .parse(text.toLowerCase(Locale.ROOT));
      return Optional.of(BigDecimal.valueOf(number.longValue()));
    } catch (ParseException noNumber) {
      return Optional.empty();
    }
  }
}
