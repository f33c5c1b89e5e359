package io.tongqi.comparison;

import static io.tongqi.comparison.Values.rate;
import static io.tongqi.comparison.Values.unavailable;
import static io.tongqi.comparison.Values.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.domain.Activity;
import io.tongqi.domain.Better;
import io.tongqi.domain.Bilingual;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Activities, compared as metrics are. */
class ActivityTest {
  private static final Activity ROOMS =
      new Activity(
          "rooms",
          Activity.Type.STOCK,
          new Bilingual("警务室", "Police rooms"),
          new Bilingual("个", "rooms"),
          Better.HIGHER,
          Optional.empty());
  private static final Activity SHARE =
      new Activity(
          "community_hours",
          Activity.Type.FLOW,
          new Bilingual("社区工时", "Community hours"),
          new Bilingual("小时", "hours"),
          Better.HIGHER,
          Optional.of(new Activity.Whole("hours", new Bilingual("工时", "Hours"))));

  @Test
  void shouldTellARecordInTheUnitOfTheActivity() {
    ComparisonResult result = Comparison.of(ROOMS, 2, whole(29, 26));

    assertThat(result.change()).isEqualTo(3.0);
    assertThat(result.pValue()).as("what a force decides is no chance").isNull();
    assertThat(result.recordReasonEn())
        .isEqualTo(
            "2024 with 29 rooms is the highest of the 2 same periods of 2023 to 2024; next is 2023 with 26 rooms");
    assertThat(result.recordReasonZh()).startsWith("2024年为29个，是2023—2024年2个同期中最多的");
  }

  @Test
  void shouldCompareSharesInPoints() {
    ComparisonResult result =
        Comparison.of(SHARE, 2, List.of(rate(2024, 160, 200), rate(2023, 70, 100)));

    assertThat(result.changePoints()).isCloseTo(10.0, org.assertj.core.data.Offset.offset(1e-9));
    assertThat(result.changePercent()).isNull();
    assertThat(result.recordReasonEn()).startsWith("2024 with 80% (160/200) is the highest");
  }

  @Test
  void shouldSayWhatIsMissingOfAShare() {
    ComparisonResult none =
        Comparison.of(SHARE, 2, List.of(rate(2024, 160, 200), rate(2023, 0, 0)));
    ComparisonResult more =
        Comparison.of(SHARE, 2, List.of(rate(2024, 210, 200), rate(2023, 70, 100)));

    assertThat(none.recordReasonEn()).endsWith(": nothing was booked as Hours in 2023");
    assertThat(none.recordReasonZh()).endsWith("：2023年没有工时");
    assertThat(more.recordReasonEn())
        .endsWith("; more was booked as Community hours than booked as Hours in 2024");
    assertThat(more.recordReasonZh()).endsWith("；2024年社区工时多于工时");
  }

  @Test
  void shouldHaveNothingToCompareWithWhereEarlierYearsAreNotHeld() {
    ComparisonResult result =
        Comparison.of(
            ROOMS, 2, List.of(Values.year(2024, 29, 0), unavailable(2023, Availability.NOT_HELD)));

    assertThat(result.priorValue()).isNull();
    assertThat(result.yearsCompared()).isEqualTo(1);
    assertThat(result.record()).isEqualTo(RecordStanding.UNDETERMINED);
  }

  @Test
  void shouldLetAnyOpenLineWithholdARecord() {
    ComparisonResult result =
        Comparison.of(ROOMS, 2, List.of(Values.year(2024, 290, 1), Values.year(2023, 26, 0)));

    assertThat(result.record()).isEqualTo(RecordStanding.UNDETERMINED);
  }
}
