package io.tongqi.claims;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.tongqi.claims.Statement.Subject;
import io.tongqi.domain.Area;
import io.tongqi.domain.AreaLevel;
import io.tongqi.domain.Metric;
import io.tongqi.domain.Vintage;
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
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What the tables of a release know of the figures that statements are about. */
public record PublishedFigures(Tables tables, Release release) {
  /** The row of gold.period_facts that a figure stands in. */
  private record Period(Area area, String group, String window, int year) {}

  /**
   * Of the areas and windows of these figures everything, of all category groups; of activities
   * those that are asked for.
   */
  public Map<Subject, Evidence> of(List<Subject> subjects) {
    Map<Subject, Evidence> evidence = new HashMap<>(ofMetrics(subjects));
    evidence.putAll(new PublishedActivities(tables, release).of(subjects));
    return evidence;
  }

  private Map<Subject, Evidence> ofMetrics(List<Subject> subjects) {
    Map<Period, Row> facts = new HashMap<>();
    about(Table.PERIOD_FACTS, subjects)
        .collectAsList()
        .forEach(row -> facts.put(period(row, row.<Integer>getAs("year")), row));
    Map<Subject, Evidence> evidence = new HashMap<>();
    for (Row row : about(Table.DECADE_COMPARISON, subjects).collectAsList()) {
      Metric metric = Metric.of(row.getAs("metric"));
      int year = row.<Integer>getAs("year");
      Optional<Row> now = Optional.ofNullable(facts.get(period(row, year)));
      Optional<Row> before = Optional.ofNullable(facts.get(period(row, year - 1)));
      Period period = period(row, year);
      evidence.put(
          new Subject(metric, period.area(), period.group(), period.window()),
          evidence(row, metric, now, before));
    }
    return evidence;
  }

  private Dataset<Row> about(Table table, List<Subject> subjects) {
    return tables
        .readVersion(table, release.tableVersions().get(table.fullName()))
        .where(col("as_of").equalTo(lit(Date.valueOf(release.asOf()))))
        .where(col("vintage").equalTo(Vintage.LATEST.column()))
        .where(col("area").isin(subjects.stream().map(it -> it.area().code()).toArray()))
        .where(col("window").isin(subjects.stream().map(Subject::window).toArray()));
  }

  private static Period period(Row row, int year) {
    return new Period(
        new Area(AreaLevel.of(row.getAs("area_level")), row.getAs("area")),
        row.getAs("category_group"),
        row.getAs("window"),
        year);
  }

  private static Evidence evidence(
      Row row, Metric metric, Optional<Row> now, Optional<Row> before) {
    return new Evidence(
        row.getAs("value"),
        row.getAs("prior_value"),
        number(now, metric.numerator()),
        number(now, metric.denominator()),
        now.map(it -> it.<Double>getAs("coverage")).orElse(null),
        before.map(it -> it.<Double>getAs("coverage")).orElse(null),
        row.getAs("years_compared"),
        row.getAs("rank"),
        row.getAs("peer_rank"),
        row.getAs("peer_count"),
        row.getAs("record"),
        BilingualColumn.of(row, "record_reason"),
        row.getAs("within_chance"),
        null);
  }

  private static @Nullable Double number(Optional<Row> row, Optional<String> column) {
    return column
        .flatMap(name -> row.map(it -> it.<Number>getAs(name)))
        .map(Number::doubleValue)
        .orElse(null);
  }
}
