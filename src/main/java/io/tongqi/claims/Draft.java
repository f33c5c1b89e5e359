package io.tongqi.claims;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import io.tongqi.domain.Activity;
import io.tongqi.domain.Comparator;
import io.tongqi.domain.Indicator;
import io.tongqi.domain.Kind;
import io.tongqi.domain.Metric;
import io.tongqi.reference.Group;
import io.tongqi.settings.ClaimsFile.Claim;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.annotation.Nullable;

/**
 * Proposes statements from a text, Chinese or English, by the terms for metrics, the names of
 * category groups and the words around numbers; a person decides. A clause that names no metric or
 * group means those of the clause before it; one that names an activity is about that.
 */
public final class Draft {
  private static final Pattern CLAUSES =
      Pattern.compile("[，。；！？\\n]|(?<=[\\d%％])、|、(?=\\d)|[,;.!?](?=\\s|$)");
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");
  private static final String DIGITS = "(\\d+(?:\\.\\d+)?)";
  private static final String FEWER = "(?:下降|减少|降低|回落|fell|fall|down|decreased|dropped)";
  private static final String MORE = "(?:上升|增长|增加|提高|rose|up|increased|grew)";
  private static final String PERCENT = "\\s*(?:%|percent\\b)";
  private static final String POINTS = "\\s*(?:个百分点|percentage points?)";
  private static final String BETWEEN = "(?:了|约|\\s|by)*";

  /** The words around a number, the most particular ones first. */
  static final List<Wording> WORDINGS =
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

  private final Map<String, Metric> metrics;
  private final Map<String, String> groups;
  private final ActivityDraft activities;
  private final List<Claim> claims = new ArrayList<>();
  private final List<String> unplaced = new ArrayList<>();

  private Draft(
      Map<String, Metric> metrics, Map<String, String> groups, List<Activity> activities) {
    this.metrics = metrics;
    this.groups = groups;
    this.activities = new ActivityDraft(activities);
  }

  /**
   * The draft of a text.
   *
   * @param terms the metrics by the terms for them
   * @param known the category groups, found by their names
   * @param activities the activities, found by theirs
   */
  public static Draft of(
      String text, Map<String, Metric> terms, List<Group> known, List<Activity> activities) {
    Map<String, String> groups = new HashMap<>();
    known.forEach(it -> groups.put(it.nameZh().toLowerCase(Locale.ROOT), it.categoryGroup()));
    known.forEach(it -> groups.put(it.nameEn().toLowerCase(Locale.ROOT), it.categoryGroup()));
    Draft draft = new Draft(terms, groups, activities);
    draft.read(text);
    return draft;
  }

  /** The statements that are proposed. */
  public List<Claim> claims() {
    return List.copyOf(claims);
  }

  /** The clauses with a number of which no statement could be made. */
  public List<String> unplaced() {
    return List.copyOf(unplaced);
  }

  private void read(String text) {
    Metric metric = null;
    String group = null;
    for (String clause : CLAUSES.split(text, -1)) {
      String words = Normalizer.normalize(clause, Normalizer.Form.NFKC).strip();
      Optional<Activity> activity = activities.named(words);
      metric = longest(words, metrics).orElse(metric);
      group = longest(words, groups).orElse(group);
      Metric ofIncidents = metric;
      String ofGroup = group;
      Optional<Claim> claim =
          activity
              .map(it -> activities.claim(words, it))
              .orElseGet(() -> claim(words, ofIncidents, ofGroup));
      claim.ifPresent(claims::add);
      if (claim.isEmpty() && NUMBER.matcher(words).find()) {
        unplaced.add(words);
      }
    }
  }

  /** What the longest of the terms in a clause means. */
  static <T> Optional<T> longest(String words, Map<String, T> terms) {
    String lower = words.toLowerCase(Locale.ROOT);
    return terms.entrySet().stream()
        .filter(it -> lower.contains(it.getKey()))
        .max(Map.Entry.comparingByKey(java.util.Comparator.comparingInt(String::length)))
        .map(Map.Entry::getValue);
  }

  private static Optional<Claim> claim(
      String words, @Nullable Metric metric, @Nullable String group) {
    if (metric == null || group == null) {
      return Optional.empty();
    }
    return said(words, WORDINGS, metric)
        .map(
            it ->
                new Claim(
                    words, metric, null, group, null, null, it.comparator(), it.value(), null));
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
