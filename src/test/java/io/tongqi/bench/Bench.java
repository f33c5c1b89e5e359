package io.tongqi.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tongqi.flow.Nightly;
import io.tongqi.report.RunLog;
import io.tongqi.settings.Settings;
import io.tongqi.settings.SettingsFile;
import io.tongqi.settings.SourceMapping;
import io.tongqi.tables.SparkSessions;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.SparkSession;

/**
 * Measures the main job on generated records, side by side with its floor, with the same figures by
 * DuckDB and with a plain session; and compares every figure with DuckDB's.
 */
public final class Bench {
  private static final LocalDate LAST_DAY = LocalDate.of(2024, 12, 31);
  private static final LocalDate CHANGED_ON = LocalDate.of(2025, 1, 15);
  private static final LocalDate NIGHT = LocalDate.of(2025, 1, 31);
  private static final String FIRST_NIGHT = "seconds of the first night";
  private static final String LATER_NIGHT = "seconds of the night with changes";
  private static final String FURTHER_DELIVERY = "deliveries/incidents-2025-01-to-2025-01.csv";

  /** The further delivery changes old cases and tells of nothing new: no silence to be doubted. */
  private static final String QUIET =
      "\nquiet: [{from: 2025-01-01, to: 2025-01-31, because: changes of old cases only}]\n";

  private final Settings settings;
  private final Path folder;
  private final Measures measures = new Measures();
  private long cells;
  private long differing;

  private Bench(Settings settings, Path folder) {
    this.settings = settings;
    this.folder = folder;
  }

  /**
   * Arguments: the folder that {@code generate --incidents} wrote, to which a delivery is added; an
   * empty folder to write to; the file for the measures as JSON; that file of an earlier run, to
   * hold this one's nights against its nights, if any. The exit code is 1 when a figure differs
   * from DuckDB's or is missing on either side.
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[1]);
    Files.writeString(
        Path.of(arguments[0]).resolve("incidents.yaml"), QUIET, StandardOpenOption.APPEND);
    Settings settings =
        SettingsFile.load(
            Path.of(arguments[0]).resolve("tongqi.yaml"),
            Map.of("TONGQI_WAREHOUSE", folder.resolve("warehouse").toString()));
    Bench bench = new Bench(settings, folder);
    SparkSessions.during("bench", "local[*]", settings.sparkConfiguration(), bench::run);
    bench.query();
    if (arguments.length > 3) {
      bench.holdAgainst(new ObjectMapper().readTree(Path.of(arguments[3]).toFile()));
    }
    System.out.println("\n" + bench.measures);
    Files.writeString(Path.of(arguments[2]), bench.measures.json());
    System.exit(bench.differing == 0 ? 0 : 1);
  }

  private void run(SparkSession spark) {
    try {
      floor(spark, "warm-up");
      double floor = seconds(() -> floor(spark, "floor"));
      Tables tables = new Tables(spark, settings.warehouse());
      Steps build = night(tables, LAST_DAY);
      measures.note("peak memory of the build", peakMemory());
      measures.ratio("ingest", build.of("ingest"), "floor", floor);
      measures.ratio("posting", build.of("post"), "floor", floor);
      measures.ratio("comparison", build.of("compare"), "floor", floor);
      measures.ratio("ingest, posting, comparison", build.main(), "floor", floor);
      measures.ratio("the same", build.main(), "DuckDB", compared(tables, LAST_DAY));
      DuckDb.changeRecords(
          settings, DuckDb.records(settings).resolve(FURTHER_DELIVERY), CHANGED_ON);
      Steps night = night(tables, NIGHT);
      measures.ratio("night with 2,000 changed records", night.all(), "build", build.all());
      compared(tables, NIGHT);
      measures.note(FIRST_NIGHT, build.all());
      measures.note(LATER_NIGHT, night.all());
      measures.note("disk", disk());
      measures.note("cells compared with DuckDB", cells);
      measures.note("cells that differ or are missing", differing);
    } catch (SQLException failure) {
      throw new IllegalStateException("computing the figures by DuckDB", failure);
    } catch (IOException failure) {
      throw new UncheckedIOException("measuring the main job", failure);
    }
  }

  /** Reads the files and writes their rows as Parquet, all text. */
  private void floor(SparkSession spark, String target) {
    SourceMapping source = settings.sources().get(0);
    spark
        .read()
        .option("header", "true")
        .csv(source.root() + "/" + source.files())
        .write()
        .parquet(folder.resolve(target).toString());
  }

  private Steps night(Tables tables, LocalDate asOf) {
    RunLog log = new RunLog(System.out, System::nanoTime);
    Nightly nightly = new Nightly(tables.spark(), tables, settings, log);
    double all = seconds(() -> nightly.run(asOf, asOf, release -> {}));
    return Steps.of(all, log.json());
  }

  /** Compares the figures with those of DuckDB and gives the seconds that it took for them. */
  private double compared(Tables tables, LocalDate asOf) throws SQLException {
    Path gold = folder.resolve("gold-" + asOf);
    for (Table table : List.of(Table.PERIOD_FACTS, Table.ZERO_DAYS, Table.DECADE_COMPARISON)) {
      tables
          .read(table)
          .where("as_of = DATE'" + asOf + "'")
          .write()
          .parquet(gold.resolve(table.table()).toString());
    }
    try (DuckDb duckDb = new DuckDb(folder)) {
      Map<String, Double> stages = duckDb.figures(settings, asOf);
      System.out.println("DuckDB, seconds: " + stages);
      measures.note("seconds of DuckDB as of " + asOf, stages);
      for (CellComparison table : duckDb.compared(gold)) {
        System.out.println(table);
        cells += table.cells();
        differing += table.isEqual() ? 0 : Math.max(1, table.differing() + table.lonely());
      }
      return stages.values().stream().mapToDouble(Double::doubleValue).sum();
    }
  }

  private void holdAgainst(JsonNode earlier) {
    for (String night : List.of(FIRST_NIGHT, LATER_NIGHT)) {
      measures.ratio(
          night, (Double) measures.noted(night), "earlier run's", earlier.get(night).asDouble());
    }
  }

  private String disk() {
    return "records %s, tables %s, of all %s"
        .formatted(
            size(DuckDb.records(settings)),
            size(folder.resolve("warehouse")),
            size(DuckDb.records(settings), folder));
  }

  private static String size(Path... folders) {
    long bytes = Stream.of(folders).mapToLong(it -> FileUtils.sizeOfDirectory(it.toFile())).sum();
    return FileUtils.byteCountToDisplaySize(bytes);
  }

  private void query() throws IOException {
    ColdQuery query = ColdQuery.measured(settings);
    measures.ratio("query, cold", query.product(), "plain session", query.bare());
  }

  private static double seconds(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }

  private static String peakMemory() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("VmHWM"))
            .findFirst()
            .map(line -> line.replaceAll("\\s+", " "))
            .orElse("not told by this system")
        + ", heap "
        + (Runtime.getRuntime().maxMemory() >> 20)
        + " MiB";
  }
}
