package io.tongqi.comparison;

import java.util.List;
import java.util.stream.Collectors;

/** The reasons of a verdict in words: which year, which value, which problem. */
final class ReasonText {
  private final ComparedYears compared;
  private final Ranking ranking;
  private final Reason value;
  private final Wording wording;

  ReasonText(ComparedYears compared, Ranking ranking) {
    this.compared = compared;
    this.ranking = ranking;
    this.wording = Wording.of(compared.metric());
    this.value =
        compared.current().isComparable()
            ? ValueText.of(compared.metric(), compared.current())
            : new Reason("", "");
  }

  /** Why nothing is claimed. */
  Reason undetermined(List<Reason> problems) {
    Reason why = Reason.joined(problems);
    return new Reason(
        "无法判定%s年是否为%s中%s的：%s".formatted(year(), spanZh(), wording.most().zh(), why.zh()),
        "Cannot be determined whether %s is the %s of %s: %s"
            .formatted(year(), wording.most().en(), spanEn(), why.en()));
  }

  /** The open lines that could overturn a claim. */
  Reason overturnable() {
    return new Reason(
        "隔离待核的记录（%s）可能改变结论".formatted(linesZh()),
        "open lines in quarantine (%s) could overturn it".formatted(linesEn()));
  }

  /** Why the values carry this claim. */
  Reason of(RecordStanding standing) {
    Reason reason =
        switch (standing) {
          case BEST -> best();
          case EQUALS_BEST -> equalsBest();
          case NOT_BEST -> notBest();
          case UNDETERMINED -> throw new IllegalArgumentException("needs its problems");
        };
    return QuarantineRisk.yearsWithLines(compared).isEmpty()
        ? reason
        : Reason.joined(List.of(reason, harmless()));
  }

  private Reason best() {
    Reason next = valueOf(ranking.next());
    Reason nextYears = yearsOf(ranking.next());
    return new Reason(
        "%s年为%s，是%s中%s的；其次是%s，为%s"
            .formatted(
                year(), value.zh(), spanZh(), wording.most().zh(), nextYears.zh(), next.zh()),
        "%s with %s is the %s of %s; next is %s with %s"
            .formatted(
                year(), value.en(), wording.most().en(), spanEn(), nextYears.en(), next.en()));
  }

  private Reason equalsBest() {
    List<YearValue> others =
        ranking.best().stream().filter(other -> other.year() != year()).toList();
    Reason ties = yearsOf(others);
    return new Reason(
        "%s年为%s，与%s持平，同为%s中%s的"
            .formatted(year(), value.zh(), ties.zh(), spanZh(), wording.most().zh()),
        "%s with %s equals %s, together the %s of %s"
            .formatted(year(), value.en(), ties.en(), wording.most().en(), spanEn()));
  }

  private Reason notBest() {
    Reason better = valueOf(ranking.best());
    Reason betterYears = yearsOf(ranking.best());
    return new Reason(
        "%s年为%s，在%s中排第%s位；%s更%s，为%s"
            .formatted(
                year(),
                value.zh(),
                spanZh(),
                ranking.rank(),
                betterYears.zh(),
                wording.more(),
                better.zh()),
        "%s with %s ranks %s among %s; the %s is %s with %s"
            .formatted(
                year(),
                value.en(),
                ranking.rank(),
                spanEn(),
                wording.most().en(),
                betterYears.en(),
                better.en()));
  }

  private Reason harmless() {
    return new Reason(
        "隔离待核的记录（%s）无论如何处理都不改变该结论".formatted(linesZh()),
        "the open lines in quarantine (%s) cannot change this".formatted(linesEn()));
  }

  private Reason valueOf(List<YearValue> ties) {
    return ValueText.of(compared.metric(), ties.get(0));
  }

  private static Reason yearsOf(List<YearValue> values) {
    return YearText.runs(ComparedYears.yearsOf(values));
  }

  private int year() {
    return compared.current().year();
  }

  private String spanZh() {
    return "%s—%s年%s个同期".formatted(compared.firstYear(), year(), compared.years());
  }

  private String spanEn() {
    return "the %s same periods of %s to %s"
        .formatted(compared.years(), compared.firstYear(), year());
  }

  private String linesZh() {
    return QuarantineRisk.yearsWithLines(compared).stream()
        .map(value -> "%s年%s条".formatted(value.year(), value.linesInQuarantine()))
        .collect(Collectors.joining("、"));
  }

  private String linesEn() {
    return QuarantineRisk.yearsWithLines(compared).stream()
        .map(value -> "%s: %s".formatted(value.year(), value.linesInQuarantine()))
        .collect(Collectors.joining(", "));
  }
}
