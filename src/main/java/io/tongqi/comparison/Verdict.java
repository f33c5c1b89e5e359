package io.tongqi.comparison;

import io.tongqi.domain.Better;
import io.tongqi.domain.Bilingual;
import java.util.ArrayList;
import java.util.List;

/**
 * What can be claimed of the current year, and why.
 *
 * @param standing the claim
 * @param reason in words that stand without the table
 */
record Verdict(RecordStanding standing, Bilingual reason) {
  private static final Bilingual NEUTRAL =
      new Bilingual(
          "无法判定：该指标的高低本身不分好坏", "Cannot be determined: this metric is neither better high nor low");

  /** Judges the current year; a claim that the records cannot carry is withheld. */
  static Verdict of(ComparedYears compared, Ranking ranking) {
    List<Bilingual> problems = Problems.of(compared);
    if (compared.indicator().better() == Better.NEUTRAL) {
      List<Bilingual> all = new ArrayList<>(List.of(NEUTRAL));
      all.addAll(problems);
      return new Verdict(RecordStanding.UNDETERMINED, Bilingual.joined(all));
    }
    ReasonText text = new ReasonText(compared, ranking);
    if (!problems.isEmpty()) {
      return new Verdict(RecordStanding.UNDETERMINED, text.undetermined(problems));
    }
    if (QuarantineRisk.canOverturn(compared)) {
      return new Verdict(
          RecordStanding.UNDETERMINED, text.undetermined(List.of(text.overturnable())));
    }
    return new Verdict(ranking.standing(), text.of(ranking.standing()));
  }
}
