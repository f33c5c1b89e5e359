package io.tongqi.generate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.tongqi.faults.SettingsException;
import io.tongqi.tables.SqlFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Synthetic incidents of 200 stations and 60 categories from 2015 to 2024, for benchmarks and
 * trials. The same number of incidents gives the same bytes, wherever and by how many tasks they
 * are written.
 */
public final class Incidents {
  private static final long MOST = 999_999_999;
  private static final int INCIDENTS_A_TASK = 1_000_000;
  private static final YearMonth FIRST_MONTH = YearMonth.of(2015, 1);
  private static final List<String> QUARTERS =
      IntStream.range(0, 40)
          .mapToObj(quarter -> FIRST_MONTH.plusMonths(3L * quarter))
          .map(month -> "deliveries/incidents-%s-to-%s.csv".formatted(month, month.plusMonths(2)))
          .toList();
  private static final String CHANGES = "deliveries/incidents-2024-12-to-2024-12-changes.csv";
  private static final List<String> BESIDE =
      List.of(
          "reference/stations.csv",
          "reference/districts.csv",
          "reference/groups.csv",
          "reference/categories.csv",
          "incidents.yaml",
          "tongqi.yaml");

  private final SparkSession spark;
  private final long incidents;

  /**
   * So many incidents.
   *
   * @param incidents 1 to 999,999,999
   * @throws SettingsException if it is another number
   */
  public Incidents(SparkSession spark, long incidents) {
    this(
        spark,
        incidents,
        (int) Math.max(spark.sparkContext().defaultParallelism(), incidents / INCIDENTS_A_TASK));
  }

  Incidents(SparkSession spark, long incidents, int tasks) {
    if (incidents < 1 || incidents > MOST) {
      throw fault("--incidents is %d; give 1 to %d".formatted(incidents, MOST));
    }
    this.spark = spark.newSession();
    this.incidents = incidents;
    this.spark.sql(SqlFile.read("generate/draw.sql"));
    this.spark
        .range(0, incidents, 1, tasks)
        .select(col("id").as("number"), lit(incidents).as("incidents"))
        .createOrReplaceTempView("numbers");
    rows("incidents").createOrReplaceTempView("incidents");
  }

  /**
   * Writes their deliveries, one plain CSV file for what was recorded in a quarter; reference data,
   * the source's mapping {@code incidents.yaml} and settings {@code tongqi.yaml}. One incident in
   * nine comes in two versions, since its clearance is told later.
   *
   * @param folder any Hadoop path; made if missing. Files of the same names are replaced, and
   *     changes of other incidents are removed
   * @throws UncheckedIOException if the folder cannot be written
   */
  public void write(Path folder) {
    into(
        folder,
        output -> {
          for (String name : BESIDE) {
            output.copy("/generate/" + name, name);
          }
          output.remove(CHANGES);
          spark.sparkContext().setJobDescription("generate %,d incidents".formatted(incidents));
          output.writeCsv(lines(rows("versions"), QUARTERS.size()), QUARTERS);
        });
  }

  /**
   * Writes one further delivery and nothing else: cases of the last two years that were open until
   * then are cleared on the last day of 2024. It covers December 2024.
   *
   * @param changed how many incidents change, each by one more version
   * @param folder where these incidents were written, any Hadoop path
   * @throws SettingsException if fewer cases are open
   * @throws UncheckedIOException if the folder cannot be written
   */
  public void writeChanges(int changed, Path folder) {
    Dataset<Row> changes = rows("changes");
    if (changed < 1 || changes.limit(changed).count() < changed) {
      throw fault(
          "--changed is %d, and %d cases of the last two years are open; give 1 to so many"
              .formatted(changed, changes.count()));
    }
    Dataset<Row> drawn = changes.orderBy("place", "number").limit(changed);
    into(
        folder,
        output -> {
          spark.sparkContext().setJobDescription("generate %,d changes".formatted(changed));
          output.writeCsv(lines(drawn, 1), List.of(CHANGES));
        });
  }

  /** The rows of a SQL file about the incidents. */
  Dataset<Row> rows(String name) {
    return spark.sql(SqlFile.read("generate/" + name + ".sql"));
  }

  /** The lines of versions, in one task for each file; only then are their texts put together. */
  private Dataset<Row> lines(Dataset<Row> versions, int files) {
    versions
        .repartitionById(files, col("file"))
        .sortWithinPartitions("file", "updated", "number")
        .createOrReplaceTempView("sorted_versions");
    return rows("lines");
  }

  private interface Writing {
    void into(OutputFolder output) throws IOException;
  }

  private void into(Path folder, Writing writing) {
    try {
      writing.into(new OutputFolder(folder, spark.sparkContext().hadoopConfiguration()));
    } catch (IOException failure) {
      throw new UncheckedIOException(
          "generating incidents: %s cannot be written (%s); name a folder that can"
              .formatted(folder, failure.getMessage()),
          failure);
    } finally {
      spark.sparkContext().setJobDescription(null);
    }
  }

  private static SettingsException fault(String what) {
    return new SettingsException(List.of("generating incidents: " + what));
  }
}
