package io.tongqi.summary;

import static org.apache.spark.sql.functions.col;

import io.tongqi.comparison.RecordStanding;
import io.tongqi.domain.AreaLevel;
import io.tongqi.domain.Language;
import io.tongqi.domain.Metric;
import io.tongqi.domain.Vintage;
import io.tongqi.reference.Group;
import io.tongqi.release.Release;
import io.tongqi.settings.Settings;
import io.tongqi.tables.BilingualColumn;
import io.tongqi.tables.Relation;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import io.tongqi.tables.View;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The leading figures of the newest release of a day: those of the whole force in its last complete
 * half of a year, which is what forces report on.
 */
public record LeadingFigures(Tables tables, Settings settings, Release release) {
  private static final String WINDOW = "last_half";

  /** A screen of them, in words. */
  public List<String> lines(Language language) {
    List<Row> periods =
        of(Table.SAME_PERIODS).collectAsList().stream()
            .sorted(Comparator.comparingInt(row -> row.<Integer>getAs("year")))
            .toList();
    Row current = periods.get(periods.size() - 1);
    return new Summary(
            settings.force().name(),
            day(current, "first_day"),
            day(current, "last_day"),
            release.knownAt(),
            periods.get(0).<Integer>getAs("year"),
            settings.reference().groups().stream().map(Group::categoryGroup).toList(),
            figures(periods.stream().map(row -> row.<Integer>getAs("year")).toList()))
        .lines(language);
  }

  private Dataset<Row> of(Relation relation) {
    return tables
        .spark()
        .table(relation.fullName())
        .where(col("as_of").equalTo(Date.valueOf(release.asOf())))
        .where(col("window").equalTo(WINDOW));
  }

  private List<LeadingFigure> figures(List<Integer> years) {
    Map<String, Map<Integer, Row>> facts = new HashMap<>();
    ofTheForce(of(Table.PERIOD_FACTS).where(col("vintage").equalTo(Vintage.LATEST.column())))
        .forEach(
            row ->
                facts
                    .computeIfAbsent(row.getAs("category_group"), group -> new HashMap<>())
                    .put(row.getAs("year"), row));
    return ofTheForce(of(View.HEADLINE)).stream()
        .map(row -> figure(row, years, facts.getOrDefault(row.getAs("category_group"), Map.of())))
        .toList();
  }

  private static List<Row> ofTheForce(Dataset<Row> rows) {
    return rows.where(col("area_level").equalTo(AreaLevel.FORCE.column())).collectAsList();
  }

  private static LeadingFigure figure(Row row, List<Integer> years, Map<Integer, Row> facts) {
    Metric metric = Metric.of(row.getAs("metric"));
    List<Double> values = new ArrayList<>();
    years.forEach(year -> values.add(value(facts.get(year), metric)));
    return new LeadingFigure(
        metric,
        row.getAs("category_group"),
        BilingualColumn.of(row, "category_group_name"),
        BilingualColumn.of(row, "metric_name"),
        values,
        row.<Double>getAs("shown"),
        row.getAs("change_shown"),
        Boolean.TRUE.equals(row.<Boolean>getAs("is_within_chance")),
        row.getAs("rank"),
        row.<Integer>getAs("years_compared"),
        RecordStanding.of(row.getAs("record")),
        BilingualColumn.of(row, "record_reason"));
  }

  /** The value of a year all of whose days are covered. */
  private static @Nullable Double value(@Nullable Row facts, Metric metric) {
    Double coverage = facts == null ? null : facts.<Double>getAs("coverage");
    Number value = facts == null ? null : facts.<Number>getAs(metric.column());
    return coverage == null || coverage < 1 || value == null ? null : value.doubleValue();
  }

  private static LocalDate day(Row row, String column) {
    return row.<Date>getAs(column).toLocalDate();
  }
}
