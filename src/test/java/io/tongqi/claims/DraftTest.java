package io.tongqi.claims;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.reference.Group;
import java.util.List;
import org.junit.jupiter.api.Test;

class DraftTest {
  private static final List<Group> GROUPS =
      List.of(
          new Group(
              "criminal_and_public_order", "刑事治安警情", "Criminal and public-order incidents", null),
          new Group("criminal", "刑事", "Criminal", null),
          new Group("theft", "盗窃", "Theft", null),
          new Group("telecom_fraud", "电信网络诈骗", "Telecom and online fraud", null),
          new Group("road_traffic", "道路交通", "Road traffic", null),
          new Group("ten_grave", "十类重大案件", "Ten grave offence types", null));

  private static List<String> drafted(String text) {
    return Draft.of(text, Terms.metrics(), GROUPS, List.of()).claims().stream()
        .map(
            it ->
                "%s %s %s %s"
                    .formatted(it.metric().column(), it.group(), it.comparator(), it.value()))
        .toList();
  }

  @Test
  void shouldReadAChineseReport() {
    assertThat(
            drafted(
                "今年上半年，全区刑事治安警情同比下降39.4％，其中，电信网络诈骗警情同比下降36.08%、"
                    + "盗窃警情同比下降38.8%。破获刑事案件同比上升11.06%，道路交通事故死亡人数同比下降58.33%；"
                    + "十类重大案件破案率100%，刑事零警情28天，创近十年同期最好成绩。"))
        .containsExactly(
            "incidents_reported criminal_and_public_order change_pct -39.4",
            "incidents_reported telecom_fraud change_pct -36.08",
            "incidents_reported theft change_pct -38.8",
            "cases_cleared criminal change_pct 11.06",
            "deaths road_traffic change_pct -58.33",
            "cohort_clearance_rate ten_grave equals 100",
            "zero_incident_days criminal equals 28",
            "zero_incident_days criminal best 10");
  }

  @Test
  void shouldReadAnEnglishReport() {
    assertThat(
            drafted(
                "Theft incidents fell by 38.8 %, the lowest for the period in ten years. Road traffic deaths"
                    + " were down 58.33 percent. The theft clearance rate rose by 21.7 percentage points."))
        .containsExactly(
            "incidents_reported theft change_pct -38.8",
            "incidents_reported theft best 10",
            "deaths road_traffic change_pct -58.33",
            "cohort_clearance_rate theft change_points 21.7");
  }

  @Test
  void shouldListWhatItCouldNotPlace() {
    // when
    Draft draft = Draft.of("全区设29个警务室，盗窃警情下降5%，发放传单10万余份。", Terms.metrics(), GROUPS, List.of());

    // then
    assertThat(draft.claims()).hasSize(1);
    assertThat(draft.unplaced()).containsExactly("全区设29个警务室", "发放传单10万余份");
  }
}
