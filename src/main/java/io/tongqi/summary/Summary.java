package io.tongqi.summary;

import io.tongqi.domain.Bilingual;
import io.tongqi.domain.Language;
import io.tongqi.domain.Metric;
import io.tongqi.report.TextTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The leading figures of a release on one screen, in words.
 *
 * @param force its name
 * @param first the first day of the window
 * @param last the last day of the window
 * @param since the first year that it is compared with
 * @param groups the category groups, the most important ones first
 * @param figures those of the whole force, in the order of their metrics
 */
record Summary(
    Bilingual force,
    LocalDate first,
    LocalDate last,
    LocalDate knownAt,
    int since,
    List<String> groups,
    List<LeadingFigure> figures) {
  /** Of so many groups the incidents are shown, of the other metrics one group each. */
  private static final int GROUPS = 5;

  private static final int REASONS = 3;

  /** The lines of the screen. */
  List<String> lines(Language language) {
    List<LeadingFigure> leading = leading();
    List<String> lines = new ArrayList<>();
    lines.add(title().in(language));
    lines.addAll(table(leading, language));
    withheld(leading).forEach(it -> lines.add(it.in(language)));
    return lines;
  }

  private Bilingual title() {
    String words = figures.isEmpty() ? "没有全局的数字" : "与%4年以来的同期相比";
    String english =
        figures.isEmpty() ? "no figure of the force" : "beside the same periods since %4";
    return new Bilingual(
            "%1，%2至%3，" + words + "（已知至%5）", "%1, %2 to %3, " + english + " (as known at %5)")
        .filled(force, first, last, since, knownAt);
  }

  /**
   * Of each metric the first group with any of it; of the incidents that are reported the first
   * few.
   */
  private List<LeadingFigure> leading() {
    Map<Metric, List<LeadingFigure>> byMetric = new LinkedHashMap<>();
    figures.stream()
        .sorted(Comparator.comparingInt(it -> groups.indexOf(it.group())))
        .forEach(it -> byMetric.computeIfAbsent(it.metric(), key -> new ArrayList<>()).add(it));
    return byMetric.keySet().stream()
        .sorted()
        .flatMap(it -> leading(it, byMetric.get(it)))
        .toList();
  }

  private static Stream<LeadingFigure> leading(Metric metric, List<LeadingFigure> figures) {
    List<LeadingFigure> some =
        figures.stream()
            .filter(LeadingFigure::isAboveZero)
            .limit(metric == Metric.INCIDENTS_REPORTED ? GROUPS : 1)
            .toList();
    return some.isEmpty() ? figures.stream().limit(1) : some.stream();
  }

  private static List<String> table(List<LeadingFigure> leading, Language language) {
    return TextTable.columns(
        leading.stream()
            .map(
                it ->
                    List.of(
                        it.groupName().in(language),
                        it.name().in(language),
                        it.bars(),
                        it.value().in(language),
                        it.changed().in(language),
                        it.standing().in(language)))
            .toList());
  }

  /** Why records are withheld, what says so of the most figures first. */
  private static List<Bilingual> withheld(List<LeadingFigure> leading) {
    Map<Bilingual, Long> reasons =
        leading.stream()
            .map(LeadingFigure::withheld)
            .flatMap(Optional::stream)
            .collect(
                Collectors.groupingBy(
                    Function.identity(), LinkedHashMap::new, Collectors.counting()));
    List<Bilingual> lines = new ArrayList<>();
    reasons.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(REASONS)
        .forEach(
            it ->
                lines.add(
                    new Bilingual("暂不认定%1项：%2", "withheld, %1 of them: %2")
                        .filled(it.getValue(), it.getKey())));
    if (reasons.size() > REASONS) {
      lines.add(new Bilingual("其余原因见gold.records", "gold.records has the other reasons"));
    }
    return lines;
  }
}
