package io.tongqi.trace;

import static org.apache.spark.sql.functions.col;

import io.tongqi.release.Release;
import io.tongqi.settings.Settings;
import io.tongqi.tables.SqlFile;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/**
 * From a published figure to its ledger entries.
 *
 * @param tables named at the versions of the release
 * @param days the days of the figure in the release
 */
public record Trace(
    Tables tables, Settings settings, Release release, Figure figure, CountedDays days) {
  private static final StructType ASKED =
      StructType.fromDDL(
          "area_level STRING, area STRING, category_group STRING, basis STRING, first_day DATE,"
              + " last_day DATE, cut_off DATE");

  /**
   * The trace of a figure of a release.
   *
   * @param tables named at the versions of the release
   * @throws io.tongqi.faults.SettingsException when the release has no such window or year
   */
  public static Trace of(Tables tables, Settings settings, Release release, Figure figure) {
    return new Trace(tables, settings, release, figure, CountedDays.of(tables, release, figure));
  }

  /**
   * The same figure as the records knew it on an earlier day.
   *
   * @throws io.tongqi.faults.SettingsException when the figure counts nothing recorded after it
   */
  public Trace knownAt(LocalDate day) {
    if (!day.isBefore(days.cutOff())) {
      throw CountedDays.fault(
          figure,
          release,
          "it counts what was recorded up to %s, which is not after %s; name an earlier day"
              .formatted(days.cutOff(), day));
    }
    return new Trace(tables, settings, release, figure, days.cutOffAt(day));
  }

  /** What a part of the figure is in gold.period_facts; null where it is not known. */
  public Long published(Part part) {
    Row facts =
        tables
            .spark()
            .table(Table.PERIOD_FACTS.fullName())
            .where(col("as_of").equalTo(Date.valueOf(release.asOf())))
            .where(col("vintage").equalTo(figure.vintage().column()))
            .where(col("window").equalTo(figure.window()))
            .where(col("year").equalTo(figure.year()))
            .where(col("area_level").equalTo(figure.area().level().column()))
            .where(col("area").equalTo(figure.area().code()))
            .where(col("category_group").equalTo(figure.group()))
            .select(col(part.column()).cast("bigint"))
            .collectAsList()
            .stream()
            .findFirst()
            .orElseThrow(
                () ->
                    CountedDays.fault(
                        figure, release, "gold.period_facts has no such row; correct the options"));
    return facts.isNullAt(0) ? null : facts.getLong(0);
  }

  /** What the ledger entries of a part add up to. */
  public long sum(Part part) {
    return sum(entries(part), "amount");
  }

  /** What a column of whole numbers adds up to. */
  public static long sum(Dataset<Row> rows, String column) {
    Row sum = rows.agg(functions.sum(column)).first();
    return sum.isNullAt(0) ? 0 : sum.getLong(0);
  }

  /**
   * The ledger entries of a part.
   *
   * @return rows: day, origin_day, recorded_on DATE, station, category, source, batch_id STRING,
   *     amount BIGINT, which adds up to the figure
   */
  public Dataset<Row> entries(Part part) {
    SparkSession spark = tables.spark();
    Dataset<Row> batches =
        spark.createDataset(List.copyOf(release.batches()), Encoders.STRING()).toDF("batch_id");
    Dataset<Row> ledger =
        spark.table(Table.LEDGER.fullName()).join(batches, batches.columns(), "left_semi");
    return counted(ledger, part)
        .select(
            "day",
            "origin_day",
            "recorded_on",
            "station",
            "category",
            "source",
            "batch_id",
            "amount");
  }

  /** Those of some entries that a part sums, with their {@code amount}. */
  Dataset<Row> counted(Dataset<Row> entries, Part part) {
    entries.createOrReplaceTempView("traced_entries");
    SparkSession spark = tables.spark();
    Row asked =
        RowFactory.create(
            figure.area().level().column(),
            figure.area().code(),
            figure.group(),
            part.basis().column(),
            Date.valueOf(days.first()),
            Date.valueOf(days.last()),
            Date.valueOf(days.cutOff()));
    spark.createDataFrame(List.of(asked), ASKED).createOrReplaceTempView("asked");
    spark.sql(SqlFile.read("reference/area_terms.sql")).createOrReplaceTempView("area_terms");
    return spark.sql(
        SqlFile.read("trace/counted.sql", Map.of("measure", List.of(part.measure().column()))));
  }
}
