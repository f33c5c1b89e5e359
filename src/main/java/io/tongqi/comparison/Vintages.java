package io.tongqi.comparison;

import io.tongqi.domain.Bilingual;
import java.util.List;

/**
 * One comparison in both vintages.
 *
 * @param latest all that is recorded
 * @param equalAge each year as recorded at the same lag after the end of its window
 */
public record Vintages(ComparisonResult latest, ComparisonResult equalAge) {

  /** The same two; where their records disagree, the reasons of both say so. */
  public Vintages withDisagreement() {
    if (latest.record() == equalAge.record()) {
      return this;
    }
    Bilingual note =
        new Bilingual(
            "两种数据时点结论不一：按最新数据为“%s”，按同龄数据（各年均截至时段结束后同样长的时间）为“%s”"
                .formatted(latest.record().zh(), equalAge.record().zh()),
            "the vintages disagree: by the latest data \"%s\", at equal age (each year cut at the same lag after its window) \"%s\""
                .formatted(latest.record().en(), equalAge.record().en()));
    return new Vintages(noted(latest, note), noted(equalAge, note));
  }

  private static ComparisonResult noted(ComparisonResult result, Bilingual note) {
    Bilingual reason = new Bilingual(result.recordReasonZh(), result.recordReasonEn());
    return result.withReason(Bilingual.joined(List.of(reason, note)));
  }
}
