package io.tongqi.comparison;

import io.tongqi.domain.Bilingual;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The reasons of a verdict in words: which year, which value, which problem. */
final class ReasonText {
  private final ComparedYears compared;
  private final Ranking ranking;
  private final Bilingual span;
  private final Wording wording;

  ReasonText(ComparedYears compared, Ranking ranking) {
    this.compared = compared;
    this.ranking = ranking;
    this.wording = Wording.of(compared.indicator());
    int last = compared.current().year();
    this.span =
        new Bilingual("%1—%2年%3个同期", "%3 same periods of %1 to %2")
            .filled(compared.firstYear(), last, compared.years());
  }

  /** Why nothing is claimed. */
  Bilingual undetermined(List<Bilingual> problems) {
    return noted(
        new Bilingual(
                "无法判定%1年是否为%2中%3的：%4", "Cannot be determined whether %1 is the %3 of the %2: %4")
            .filled(year(), span, wording.most(), Bilingual.joined(problems)),
        List.of());
  }

  /** The open lines that could overturn a claim. */
  Bilingual overturnable() {
    return new Bilingual("隔离待核的记录（%s）可能改变结论", "open lines in quarantine (%s) could overturn it")
        .with(lines());
  }

  /** Why the values carry this claim. */
  Bilingual of(RecordStanding standing) {
    Bilingual reason =
        switch (standing) {
          case BEST -> best();
          case EQUALS_BEST -> equalsBest();
          case NOT_BEST -> notBest();
          case ALL_EQUAL -> allEqual();
          case UNDETERMINED -> throw new IllegalArgumentException("needs its problems");
        };
    return noted(
        reason,
        QuarantineRisk.yearsWithLines(compared).isEmpty() ? List.of() : List.of(harmless()));
  }

  private Bilingual best() {
    return new Bilingual(
            "%1年为%2，是%3中%4的；其次是%5，为%6", "%1 with %2 is the %4 of the %3; next is %5 with %6")
        .filled(
            year(), value(), span, wording.most(), years(ranking.next()), valueOf(ranking.next()));
  }

  private Bilingual equalsBest() {
    return new Bilingual("%1年为%2，与%5持平，同为%3中%4的", "%1 with %2 equals %5, together the %4 of the %3")
        .filled(year(), value(), span, wording.most(), years(ranking.ties()));
  }

  private Bilingual notBest() {
    Bilingual rank =
        ranking.ties().isEmpty()
            ? new Bilingual("在%1中排第%2位", "ranks %2 among the %1")
            : new Bilingual("与%3并列，在%1中排第%2位", "ranks %2, tied with %3, among the %1");
    return new Bilingual("%1年为%2，%3；%4更%5，为%7", "%1 with %2 %3; the %6 is %4 with %7")
        .filled(
            year(),
            value(),
            rank.filled(span, ranking.rank(), years(ranking.ties())),
            years(ranking.best()),
            wording.more(),
            wording.most(),
            valueOf(ranking.best()));
  }

  private Bilingual allEqual() {
    boolean isSame = compared.rankable().stream().map(YearValue::value).distinct().count() == 1;
    Bilingual leapDay =
        isSame ? new Bilingual("", "") : new Bilingual("除闰日外", " but for a leap day");
    return new Bilingual(
            "%1年为%2，%3%4均相同，没有高下之分，不作表述",
            "%1 with %2 equals each of the %3%4: no contest, so no claim")
        .filled(year(), value(), span, leapDay);
  }

  private Bilingual harmless() {
    return new Bilingual(
            "隔离待核的记录（%s）无论如何处理都不改变该结论", "the open lines in quarantine (%s) cannot change this")
        .with(lines());
  }

  /** The reason, with further remarks and in which years a rate is above 100 %. */
  private Bilingual noted(Bilingual reason, List<Bilingual> remarks) {
    List<Bilingual> all = new ArrayList<>(List.of(reason));
    List<YearValue> above = compared.rankable().stream().filter(YearValue::isAboveOne).toList();
    if (!above.isEmpty()) {
      all.add(Problems.more(compared.indicator()).with(years(above)));
    }
    all.addAll(remarks);
    return Bilingual.joined(all);
  }

  private Bilingual value() {
    return ValueText.of(compared.indicator(), compared.current());
  }

  private Bilingual valueOf(List<YearValue> ties) {
    return ValueText.of(compared.indicator(), ties.get(0));
  }

  private static Bilingual years(List<YearValue> values) {
    return YearText.runs(ComparedYears.yearsOf(values));
  }

  private int year() {
    return compared.current().year();
  }

  private Bilingual lines() {
    List<YearValue> years = QuarantineRisk.yearsWithLines(compared);
    return new Bilingual(
        years.stream()
            .map(value -> "%s年%s条".formatted(value.year(), value.linesInQuarantine()))
            .collect(Collectors.joining("、")),
        years.stream()
            .map(value -> "%s: %s".formatted(value.year(), value.linesInQuarantine()))
            .collect(Collectors.joining(", ")));
  }
}
