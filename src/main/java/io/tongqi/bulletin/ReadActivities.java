package io.tongqi.bulletin;

import io.tongqi.comparison.RecordStanding;
import io.tongqi.domain.Activity;
import io.tongqi.domain.Bilingual;
import io.tongqi.report.page.ActivityFigure;
import io.tongqi.tables.BilingualColumn;
import io.tongqi.tables.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** The activities of an area and window as gold has them. */
record ReadActivities(Request request) {
  /** All of them, by their codes; none where the release is older than their table. */
  List<ActivityFigure> all() {
    if (!request.release().tableVersions().containsKey(Table.ACTIVITY_TOTALS.fullName())) {
      return List.of();
    }
    List<Row> rows = request.goldOfArea(Table.ACTIVITY_TOTALS).collectAsList();
    Map<String, Bilingual> names =
        rows.stream()
            .collect(
                Collectors.toMap(
                    row -> row.getAs("activity"), row -> BilingualColumn.of(row, "activity_name")));
    return rows.stream()
        .sorted(Comparator.comparing(row -> row.<String>getAs("activity")))
        .map(row -> figure(row, names))
        .toList();
  }

  private static ActivityFigure figure(Row row, Map<String, Bilingual> names) {
    Double points = row.getAs("change_points");
    return new ActivityFigure(
        row.getAs("activity"),
        Activity.Type.of(row.getAs("activity_type")),
        BilingualColumn.of(row, "activity_name"),
        BilingualColumn.of(row, "unit"),
        Optional.ofNullable(row.<String>getAs("per"))
            .map(it -> new Activity.Whole(it, name(it, names))),
        row.getAs("value"),
        row.getAs("numerator"),
        row.getAs("denominator"),
        row.getAs("prior_value"),
        points == null ? row.getAs("change_pct") : points,
        BilingualColumn.of(row, "baseline"),
        RecordStanding.of(row.getAs("record")),
        BilingualColumn.of(row, "record_reason"),
        row.<Double>getAs("coverage"),
        row.<Long>getAs("lines_in_quarantine"));
  }

  /** The name of an activity; its code where gold has no row of it. */
  private static Bilingual name(String activity, Map<String, Bilingual> names) {
    return names.getOrDefault(activity, new Bilingual(activity, activity));
  }
}
