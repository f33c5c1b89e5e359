package io.tongqi.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.comparison.RecordStanding;
import io.tongqi.domain.Bilingual;
import io.tongqi.domain.Metric;
import io.tongqi.report.page.Figure;
import io.tongqi.report.page.FigureYear;
import io.tongqi.settings.BulletinFile;
import java.util.List;
import javax.annotation.Nullable;
import org.junit.jupiter.api.Test;

class ChosenTest {
  private static Figure figure(
      Metric metric, String group, @Nullable Double value, @Nullable Long denominator) {
    return new Figure(
        metric,
        group,
        new Bilingual(group, group),
        List.of(new FigureYear(2024, value, 1L, denominator, null, null, 1.0, 0)),
        new Figure.Compared(
            null, null, null, null, 1, RecordStanding.NOT_BEST, new Bilingual("", "")));
  }

  private static final Chosen ALL =
      new Chosen(
          List.of(
              figure(Metric.INCIDENTS_REPORTED, "drugs", 5.0, null),
              figure(Metric.INCIDENTS_REPORTED, "all", 900.0, null),
              figure(Metric.INCIDENTS_REPORTED, "theft", 300.0, null),
              figure(Metric.INCIDENTS_REPORTED, "fraud", 200.0, null),
              figure(Metric.COHORT_CLEARANCE_RATE, "drugs", 1.0, 5L),
              figure(Metric.COHORT_CLEARANCE_RATE, "theft", 0.4, 250L),
              figure(Metric.RECOVERY_RATE, "theft", null, null),
              figure(Metric.ZERO_INCIDENT_DAYS, "all", 0.0, null),
              figure(Metric.ZERO_INCIDENT_DAYS, "theft", 12.0, null),
              figure(Metric.ZERO_INCIDENT_DAYS, "drugs", 170.0, null)));

  private static List<String> ids(List<Figure> figures) {
    return figures.stream().map(Figure::id).toList();
  }

  @Test
  void shouldLeadWithTheLargestGroupsWhereNoneAreChosen() {
    assertThat(ids(ALL.headline(BulletinFile.DEFAULT)))
        .containsExactly(
            "incidents_reported-all",
            "incidents_reported-theft",
            "incidents_reported-fraud",
            "cohort_clearance_rate-theft",
            "zero_incident_days-theft");
  }

  @Test
  void shouldTakeTheOtherPartsFromTheHeadlineElseFromTheLargestGroup() {
    List<Figure> chosen = List.of(figure(Metric.ZERO_INCIDENT_DAYS, "drugs", 170.0, null));

    assertThat(ids(ALL.zeroDays(chosen))).containsExactly("zero_incident_days-drugs");
    assertThat(ids(ALL.zeroDays(List.of()))).containsExactly("zero_incident_days-all");
    assertThat(ids(ALL.cohorts(chosen))).containsExactly("cohort_clearance_rate-theft");
    assertThat(ALL.roadDeaths(chosen)).isEmpty();
  }
}
