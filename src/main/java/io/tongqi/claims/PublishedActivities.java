package io.tongqi.claims;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.tongqi.claims.Statement.Subject;
import io.tongqi.domain.Activity;
import io.tongqi.release.Release;
import io.tongqi.tables.BilingualColumn;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import java.sql.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.Nullable;
import org.apache.spark.sql.Row;

/** What the tables of a release know of the activities that statements are about. */
record PublishedActivities(Tables tables, Release release) {
  /** What they know of those among these figures; nothing where the release is older than they. */
  Map<Subject, Evidence> of(List<Subject> subjects) {
    List<Subject> asked =
        subjects.stream().filter(it -> it.indicator() instanceof Activity).toList();
    Long version = release.tableVersions().get(Table.ACTIVITY_TOTALS.fullName());
    if (asked.isEmpty() || version == null) {
      return Map.of();
    }
    List<Row> rows =
        tables
            .readVersion(Table.ACTIVITY_TOTALS, version)
            .where(col("as_of").equalTo(lit(Date.valueOf(release.asOf()))))
            .where(col("area").isin(asked.stream().map(it -> it.area().code()).toArray()))
            .where(col("window").isin(asked.stream().map(Subject::window).toArray()))
            .collectAsList();
    Map<Subject, Evidence> evidence = new HashMap<>();
    for (Subject subject : asked) {
      rows.stream()
          .filter(row -> isOf(row, subject))
          .forEach(row -> evidence.put(subject, evidence(row)));
    }
    return evidence;
  }

  private static boolean isOf(Row row, Subject subject) {
    return row.getAs("activity").equals(subject.indicator().column())
        && row.getAs("area_level").equals(subject.area().level().column())
        && row.getAs("area").equals(subject.area().code())
        && row.getAs("window").equals(subject.window());
  }

  /** The year before is told only where it is wholly held. */
  private static Evidence evidence(Row row) {
    Double prior = row.getAs("prior_value");
    return new Evidence(
        row.getAs("value"),
        prior,
        number(row, "numerator"),
        number(row, "denominator"),
        row.getAs("coverage"),
        prior == null ? null : 1.0,
        row.getAs("years_compared"),
        row.getAs("rank"),
        null,
        null,
        row.getAs("record"),
        BilingualColumn.of(row, "record_reason"),
        null,
        prior == null ? BilingualColumn.of(row, "baseline") : null);
  }

  private static @Nullable Double number(Row row, String column) {
    return Optional.ofNullable(row.<Long>getAs(column)).map(Long::doubleValue).orElse(null);
  }
}
