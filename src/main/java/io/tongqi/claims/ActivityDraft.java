package io.tongqi.claims;

import io.tongqi.claims.Wordings.Wording;
import io.tongqi.domain.Activity;
import io.tongqi.domain.Comparator;
import io.tongqi.settings.ClaimsFile.Claim;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Proposes a statement from a clause that names an activity, in either language. */
record ActivityDraft(List<Activity> activities) {
  private static final String NUMBER = "(\\d+(?:\\.\\d+)?)";
  private static final Pattern BETWEEN_THOUSANDS = Pattern.compile("(?<=\\d),(?=\\d{3})");
  private static final Pattern TEN_THOUSANDS = Pattern.compile(NUMBER + "\\s*万");
  private static final String PERCENT = "\\s*(?:%|percent\\b)";
  private static final String IN_WORDS = "([一二三四五六七八九十百千]+|\\b[a-z]+)";
  private static final List<Wording> OF_SHARE =
      List.of(
          new Wording(Comparator.AT_LEAST, 1, NUMBER + PERCENT + "\\s*(?:以上|or more)"),
          new Wording(Comparator.EQUALS, 1, NUMBER + PERCENT));

  /** The activity that a clause names, the one of the longest name. */
  Optional<Activity> named(String words) {
    Map<String, Activity> names = new HashMap<>();
    activities.forEach(it -> names.put(it.name().zh().toLowerCase(Locale.ROOT), it));
    activities.forEach(it -> names.put(it.name().en().toLowerCase(Locale.ROOT), it));
    return Wordings.longest(words, names);
  }

  /** What a clause says of an activity. */
  Optional<Claim> claim(String words, Activity activity) {
    return Wordings.said(plain(words), wordings(activity), activity)
        .map(it -> Claim.ofActivity(words, activity.activity(), it.comparator(), it.value()));
  }

  /** With numbers in digits alone: 3,600 and 10万 as 3600 and 100000. */
  private static String plain(String words) {
    return TEN_THOUSANDS
        .matcher(BETWEEN_THOUSANDS.matcher(words).replaceAll(""))
        .replaceAll(
            it ->
                Matcher.quoteReplacement(
                    new BigDecimal(it.group(1)).movePointRight(4).toBigInteger().toString()));
  }

  /** Those of any figure, and for the number itself those with the unit of the activity. */
  private static List<Wording> wordings(Activity activity) {
    return Stream.concat(
            Wordings.OF_FIGURES.stream().filter(it -> it.comparator() != Comparator.EQUALS),
            (activity.per().isEmpty() ? ofQuantity(activity) : OF_SHARE).stream())
        .toList();
  }

  private static List<Wording> ofQuantity(Activity activity) {
    String unit =
        "\\s*(?:%s|%s|%s)"
            .formatted(
                Pattern.quote(activity.unit().zh()),
                Pattern.quote(activity.unit().en()),
                Pattern.quote(activity.name().en()));
    return List.of(
        new Wording(Comparator.AT_LEAST, 1, NUMBER + "\\s*(?:余|多)"),
        new Wording(Comparator.EQUALS, 1, NUMBER + unit),
        new Wording(Comparator.EQUALS, 1, IN_WORDS + unit));
  }
}
