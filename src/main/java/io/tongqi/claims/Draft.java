package io.tongqi.claims;

import io.tongqi.domain.Activity;
import io.tongqi.domain.Metric;
import io.tongqi.reference.Group;
import io.tongqi.settings.ClaimsFile.Claim;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
      metric = Wordings.longest(words, metrics).orElse(metric);
      group = Wordings.longest(words, groups).orElse(group);
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

  private static Optional<Claim> claim(
      String words, @Nullable Metric metric, @Nullable String group) {
    if (metric == null || group == null) {
      return Optional.empty();
    }
    return Wordings.said(words, Wordings.OF_FIGURES, metric)
        .map(it -> Claim.ofMetric(words, metric, group, it.comparator(), it.value()));
  }
}
