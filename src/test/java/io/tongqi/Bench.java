package io.tongqi;

import io.tongqi.figures.Request;
import io.tongqi.flow.Nightly;
import io.tongqi.report.RunLog;
import io.tongqi.settings.Settings;
import io.tongqi.tables.SparkSessions;
import io.tongqi.tables.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.SparkSession;

/**
 * Measures the main job against its floor, in one process: reading the same CSV files and writing
 * their rows as Parquet, all text.
 *
 * <p>Arguments: the folder that {@code generate --incidents} wrote, and a folder to write to.
 */
public final class Bench {
  private Bench() {}

  /** Prints the seconds of each step, their ratio to the floor and the peak of memory. */
  public static void main(String[] arguments) throws IOException {
    Path records = Path.of(arguments[0]);
    Path folder = Path.of(arguments[1]);
    FileUtils.deleteDirectory(folder.toFile());
    Settings settings =
        Settings.load(
            records.resolve("tongqi.yaml"),
            Map.of("TONGQI_WAREHOUSE", folder.resolve("w").toString()));
    RunLog log = new RunLog(System.out, System::nanoTime);
    SparkSessions.during(
        "bench",
        "local[*]",
        settings.sparkConfiguration(),
        spark -> run(spark, settings, folder, log));
    System.out.println("peak memory: " + peakMemory());
  }

  private static void run(SparkSession spark, Settings settings, Path folder, RunLog log) {
    String files = settings.sources().get(0).root() + "/" + settings.sources().get(0).files();
    floor(spark, files, folder.resolve("warm-up"));
    long start = System.nanoTime();
    log.step("floor", () -> floor(spark, files, folder.resolve("floor")));
    long floor = System.nanoTime() - start;
    Tables tables = new Tables(spark, folder.resolve("w").toString());
    Nightly nightly = new Nightly(spark, tables, settings, log);
    nightly.open();
    LocalDate asOf = LocalDate.of(2024, 12, 31);
    start = System.nanoTime();
    nightly.ingest(Set.of());
    nightly.compare(new Request(asOf, asOf, Optional.empty()));
    long main = System.nanoTime() - start;
    System.out.println(
        String.format(
            Locale.ROOT,
            "CSV to gold: %.1f s, floor %.1f s, ratio %.1f",
            main / 1e9,
            floor / 1e9,
            (double) main / floor));
  }

  private static void floor(SparkSession spark, String files, Path target) {
    spark.read().option("header", "true").csv(files).write().parquet(target.toString());
  }

  private static String peakMemory() throws IOException {
    List<String> status = Files.readAllLines(Path.of("/proc/self/status"));
    return status.stream()
        .filter(line -> line.startsWith("VmHWM"))
        .findFirst()
        .orElse("not told by this system");
  }
}
