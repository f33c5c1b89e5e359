package io.tongqi;

import com.sun.management.OperatingSystemMXBean;
import io.tongqi.tables.SparkSessions;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.SparkSession;

/**
 * A year of nights of a small force, each with a delivery: {@code YearOfNights [NIGHTS]}. The clock
 * by which Delta keeps its history, and the times of the files, go a day further each night. Prints
 * what a night takes and how many files there are, and fails when a bound is broken.
 */
final class YearOfNights {
  private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
  private static final int FEW = 10;

  private final Path folder;
  private final SparkSession spark;
  private final SmallForce force;
  private final OperatingSystemMXBean machine =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final List<Double> seconds = new ArrayList<>();
  private final List<Double> processorSeconds = new ArrayList<>();

  private YearOfNights(Path folder, SparkSession spark) {
    this.folder = folder;
    this.spark = spark;
    this.force =
        new SmallForce(folder)
            .edit(
                "calls.yaml",
                "(\\d{4}-\\d{2})', format: yyyy-MM",
                "(\\d{4}-\\d{2}-\\d{2})', format: yyyy-MM-dd");
  }

  public static void main(String[] arguments) throws IOException {
    int nights = arguments.length == 0 ? 365 : Integer.parseInt(arguments[0]);
    Path folder = Files.createTempDirectory("year");
    SparkSession spark = SparkSessions.start("a year of nights", "local[*]", Map.of());
    try {
      new YearOfNights(folder, spark).run(nights);
    } finally {
      spark.stop();
      FileUtils.deleteQuietly(folder.toFile());
    }
  }

  private void run(int nights) throws IOException {
    System.out.println(
        "night  seconds  of processor  live files: gold an as_of  ledger  runs   files of logs  of all");
    for (int night = 0; night < nights; night++) {
      LocalDate day = FIRST.plusDays(night);
      LaterDays.pass(tables(), night);
      String call = "%s-%d,1,%d,%s,%s,,,";
      force.deliver(
          "calls-%s.csv".formatted(day),
          call.formatted(day, 1, 101, "bicycle", day),
          call.formatted(day, 2, 102, "brawl", day));
      long start = System.nanoTime();
      long processorStart = machine.getProcessCpuTime();
      SmallForce.Outcome outcome = force.run("nightly", "--as-of", day.toString());
      seconds.add((System.nanoTime() - start) / 1e9);
      processorSeconds.add((machine.getProcessCpuTime() - processorStart) / 1e9);
      if (outcome.code() != 0) {
        throw new IllegalStateException(day + ": " + outcome.err());
      }
      age(night);
      if (night % 30 == FEW - 1 || night == nights - 1) {
        print(night);
      }
    }
    System.out.println("the last ten nights ÷ the tenth and the nine before it:");
    compare("seconds", seconds);
    compare("seconds of processor, whatever else the machine does", processorSeconds);
  }

  private static void compare(String what, List<Double> taken) {
    double tenth = average(taken, FEW);
    double last = average(taken, taken.size());
    System.out.println(
        String.format(Locale.ROOT, "%s %.2f (%.1f ÷ %.1f)", what, last / tenth, last, tenth));
  }

  /** Of the ten nights up to that one. */
  private static double average(List<Double> taken, int night) {
    return taken.subList(night - FEW, night).stream().mapToDouble(it -> it).average().orElseThrow();
  }

  private void print(int night) throws IOException {
    Tables tables = tables();
    double gold =
        tables.files(Table.DECADE_COMPARISON)
            / (double) tables.read(Table.DECADE_COMPARISON).select("as_of").distinct().count();
    System.out.println(
        String.format(
            Locale.ROOT,
            "%5d  %7.1f  %12.1f  %22.2f  %6d  %4d  %14d  %6d",
            night + 1,
            average(seconds, night + 1),
            average(processorSeconds, night + 1),
            gold,
            tables.files(Table.LEDGER),
            tables.files(Table.RUNS),
            count("_delta_log"),
            count("")));
    if (gold > 1) {
      throw new IllegalStateException("more than one live file an as_of");
    }
  }

  private Tables tables() {
    return new Tables(spark, folder.resolve("warehouse").toString());
  }

  private long count(String within) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("warehouse"))) {
      return files
          .filter(Files::isRegularFile)
          .filter(it -> it.toString().contains(within))
          .count();
    }
  }

  /** What was written this night is of this night. */
  private void age(int night) throws IOException {
    Instant written = Instant.now().plus(Duration.ofHours(1));
    FileTime then = FileTime.from(Instant.now().plus(Duration.ofDays(night)));
    try (Stream<Path> files = Files.walk(folder.resolve("warehouse"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(written)) {
          Files.setLastModifiedTime(file, then);
        }
      }
    }
  }
}
