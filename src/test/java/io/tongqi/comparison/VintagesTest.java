package io.tongqi.comparison;

import static io.tongqi.comparison.Values.unavailable;
import static io.tongqi.comparison.Values.whole;
import static io.tongqi.comparison.Values.year;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.domain.Metric;
import java.util.List;
import org.junit.jupiter.api.Test;

class VintagesTest {
  private final ComparisonResult best = Comparison.of(Metric.CASES_CLEARED, 2, whole(9, 8));

  @Test
  void shouldSayInBothReasonsThatTheRecordsDisagree() {
    ComparisonResult notBest = Comparison.of(Metric.CASES_CLEARED, 2, whole(7, 8));

    Vintages vintages = new Vintages(notBest, best).withDisagreement();

    assertThat(vintages.latest().record()).isEqualTo(RecordStanding.NOT_BEST);
    assertThat(vintages.latest().recordReasonZh())
        .isEqualTo(
            notBest.recordReasonZh()
                + "；两种数据时点结论不一：按最新数据为“不是同期最好”，按同龄数据（各年均截至时段结束后同样长的时间）为“创同期最好”");
    assertThat(vintages.latest().recordReasonEn())
        .isEqualTo(
            notBest.recordReasonEn()
                + "; the vintages disagree: by the latest data \"not best\", at equal age (each"
                + " year cut at the same lag after its window) \"best\"");
    assertThat(vintages.equalAge().recordReasonZh()).startsWith(best.recordReasonZh() + "；两种数据时点");
    assertThat(vintages.equalAge().recordReasonEn())
        .startsWith(best.recordReasonEn() + "; the vin");
    assertThat(vintages.equalAge().value()).isEqualTo(9);
  }

  @Test
  void shouldSayThatOneVintageCannotBeDetermined() {
    List<YearValue> early =
        List.of(year(2024, 9, 0), unavailable(2023, Availability.BEFORE_VERSIONS));
    ComparisonResult undetermined = Comparison.of(Metric.CASES_CLEARED, 2, early);

    Vintages vintages = new Vintages(best, undetermined).withDisagreement();

    assertThat(vintages.latest().recordReasonEn()).contains("\"undetermined\"");
  }

  @Test
  void shouldLeaveAgreeingReasonsAsTheyAre() {
    Vintages vintages = new Vintages(best, best);

    assertThat(vintages.withDisagreement()).isEqualTo(vintages);
  }
}
