package io.tongqi.bulletin;

import static org.apache.spark.sql.functions.col;

import io.tongqi.domain.Area;
import io.tongqi.faults.Remedy;
import io.tongqi.faults.SettingsException;
import io.tongqi.release.Release;
import io.tongqi.report.page.Figure;
import io.tongqi.settings.Settings;
import io.tongqi.tables.Parallel;
import io.tongqi.tables.SqlFile;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * What a bulletin is asked about.
 *
 * @param tables named at the versions of the release
 * @param categories category and category group of each membership
 */
record Request(
    Tables tables,
    Settings settings,
    Release release,
    Area area,
    String window,
    List<Row> categories) {
  /** The same period of a year. */
  record Period(int year, LocalDate firstDay, LocalDate lastDay) {}

  private SparkSession spark() {
    return tables.spark();
  }

  /**
   * The same periods, the current one last; those of years that have none are left out.
   *
   * @throws SettingsException when the release has no such window
   */
  List<Period> periods() {
    List<Row> all =
        spark()
            .table(Table.SAME_PERIODS.fullName())
            .where(col("as_of").equalTo(Date.valueOf(release.asOf())))
            .where("is_defined")
            .collectAsList();
    List<Period> periods =
        all.stream()
            .filter(row -> row.<String>getAs("window").equals(window))
            .map(Request::period)
            .sorted(Comparator.comparing(Period::year))
            .toList();
    if (periods.isEmpty()) {
      TreeSet<String> windows = new TreeSet<>();
      all.forEach(row -> windows.add(row.getAs("window")));
      throw new SettingsException(
          List.of(
              "looking up the window %s in release %s: there is none; %s"
                  .formatted(window, release.id(), Remedy.choose(window, windows))));
    }
    return periods;
  }

  private static Period period(Row row) {
    return new Period(
        row.<Integer>getAs("year"),
        row.<Date>getAs("first_day").toLocalDate(),
        row.<Date>getAs("last_day").toLocalDate());
  }

  /** The rows of a gold table for the day and the window, of all areas. */
  Dataset<Row> gold(Table table) {
    return spark()
        .table(table.fullName())
        .where(col("as_of").equalTo(Date.valueOf(release.asOf())))
        .where(col("window").equalTo(window));
  }

  /** Of these, those of the area. */
  Dataset<Row> goldOfArea(Table table) {
    return gold(table)
        .where(col("area_level").equalTo(area.level().column()))
        .where(col("area").equalTo(area.code()));
  }

  /** Registers, as small views, what the SQL files of the bulletin ask. */
  void register(List<Period> periods) {
    int current = periods.get(periods.size() - 1).year();
    register(
        "asked",
        "as_of DATE, window STRING, area_level STRING, area STRING, known_at DATE",
        List.of(
            RowFactory.create(
                Date.valueOf(release.asOf()),
                window,
                area.level().column(),
                area.code(),
                Date.valueOf(release.knownAt()))));
    register(
        "asked_periods",
        "year INT, first_day DATE, last_day DATE, is_current BOOLEAN, is_prior BOOLEAN",
        periods.stream()
            .map(
                it ->
                    RowFactory.create(
                        it.year(),
                        Date.valueOf(it.firstDay()),
                        Date.valueOf(it.lastDay()),
                        it.year() == current,
                        it.year() == current - 1))
            .toList());
    spark()
        .createDataset(List.copyOf(release.batches()), Encoders.STRING())
        .toDF("batch_id")
        .createOrReplaceTempView("asked_batches");
    tables.read(Table.LEDGER).createOrReplaceTempView("newest_ledger");
    Dataset<Row> terms = spark().sql(SqlFile.read("reference/area_terms.sql"));
    // Its few rows are worked out once for all queries that join them.
    spark()
        .createDataFrame(terms.collectAsList(), terms.schema())
        .createOrReplaceTempView("area_terms");
    spark().sql(SqlFile.read("bulletin/area_entries.sql")).createOrReplaceTempView("area_entries");
  }

  /** Registers the category groups that the next SQL files ask about. */
  void ask(List<String> groups) {
    Set<String> asked = Set.copyOf(groups);
    register(
        "asked_categories",
        "category STRING, category_group STRING",
        categories.stream()
            .filter(it -> asked.contains(it.<String>getAs("category_group")))
            .toList());
  }

  /** The rows of a SQL file of the bulletin. */
  List<Row> rows(String file) {
    return spark().sql(SqlFile.read("bulletin/" + file + ".sql")).collectAsList();
  }

  /** The rows of several queries, which are read side by side. */
  static List<List<Row>> together(List<Supplier<List<Row>>> queries) {
    return new Parallel("bulletin").collect(queries);
  }

  private void register(String view, String columns, List<Row> rows) {
    spark().createDataFrame(rows, StructType.fromDDL(columns)).createOrReplaceTempView(view);
  }

  /** Those of the figure's category group. */
  static List<Row> ofGroup(Figure figure, List<Row> rows) {
    return rows.stream()
        .filter(it -> it.<String>getAs("category_group").equals(figure.group()))
        .toList();
  }

  /** A day of a row. */
  static LocalDate day(Row row, String column) {
    return row.<Date>getAs(column).toLocalDate();
  }

  /** A number of a row, 0 where it has none. */
  static long number(Row row, String column) {
    return Optional.ofNullable(row.<Long>getAs(column)).orElse(0L);
  }

  /** The category groups that figures are about. */
  static List<String> groups(List<Figure> figures) {
    return figures.stream().map(Figure::group).distinct().toList();
  }
}
