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
        "无法判定" + year() + "年是否为" + spanZh() + "中" + wording.most().zh() + "的：" + why.zh(),
        "Cannot be determined whether "
            + year()
            + " is the "
            + wording.most().en()
            + " of "
            + spanEn()
            + ": "
            + why.en());
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
        year()
            + "年为"
            + value.zh()
            + "，是"
            + spanZh()
            + "中"
            + wording.most().zh()
            + "的；其次是"
            + nextYears.zh()
            + "，为"
            + next.zh(),
        year()
            + " with "
            + value.en()
            + " is the "
            + wording.most().en()
            + " of "
            + spanEn()
            + "; next is "
            + nextYears.en()
            + " with "
            + next.en());
  }

  private Reason equalsBest() {
    List<YearValue> others =
        ranking.best().stream().filter(other -> other.year() != year()).toList();
    Reason ties = yearsOf(others);
    return new Reason(
        year()
            + "年为"
            + value.zh()
            + "，与"
            + ties.zh()
            + "持平，同为"
            + spanZh()
            + "中"
            + wording.most().zh()
            + "的",
        year()
            + " with "
            + value.en()
            + " equals "
            + ties.en()
            + ", together the "
            + wording.most().en()
            + " of "
            + spanEn());
  }

  private Reason notBest() {
    Reason better = valueOf(ranking.best());
    Reason betterYears = yearsOf(ranking.best());
    return new Reason(
        year()
            + "年为"
            + value.zh()
            + "，在"
            + spanZh()
            + "中排第"
            + ranking.rank()
            + "位；"
            + betterYears.zh()
            + "更"
            + wording.more()
            + "，为"
            + better.zh(),
        year()
            + " with "
            + value.en()
            + " ranks "
            + ranking.rank()
            + " among "
            + spanEn()
            + "; the "
            + wording.most().en()
            + " is "
            + betterYears.en()
            + " with "
            + better.en());
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
    return compared.firstYear() + "—" + year() + "年" + compared.years() + "个同期";
  }

  private String spanEn() {
    return "the " + compared.years() + " same periods of " + compared.firstYear() + " to " + year();
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
