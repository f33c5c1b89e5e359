package io.tongqi.crash;

import io.tongqi.JavaProcess;
import io.tongqi.Main;
import io.tongqi.crash.DisturbedNight.Outcome;
import io.tongqi.s3.FailingStore;
import io.tongqi.tables.SparkSessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.commons.io.FileUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/**
 * Disturbs a small night many times and tells what came of each: {@code local EVERY FIRST} and
 * {@code s3 EVERY FIRST} have every so many-th operation of the storage fail, in each way that the
 * storage has; {@code killed TIMES} kills the process of the night at random moments. Fails when
 * one was wrong.
 */
final class CrashTrial {
  private static final long SEED = 20_240_630;

  private final DisturbedNight night;
  private final Map<String, List<Outcome>> outcomes = new TreeMap<>();

  private CrashTrial(DisturbedNight night) {
    this.night = night;
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("crash-trial");
    SparkSession spark = SparkSessions.start("crash trial", "local", Map.of());
    try {
      run(
          spark,
          folder,
          arguments[0],
          List.of(arguments).stream().skip(1).map(Integer::valueOf).toList());
    } finally {
      spark.stop();
      FileUtils.deleteQuietly(folder.toFile());
    }
  }

  private static void run(SparkSession spark, Path folder, String kind, List<Integer> numbers)
      throws Exception {
    Path disk = folder.resolve("disk");
    Configuration configuration = spark.sparkContext().hadoopConfiguration();
    switch (kind) {
      case "local" -> {
        Storage faulty = LocalStorage.faulty(disk, configuration);
        new CrashTrial(DisturbedNight.prepare(spark, folder, faulty))
            .sweep(faulty, numbers.get(0), numbers.get(1));
      }
      case "s3" -> {
        try (FailingStore store = new FailingStore(Files.createDirectory(disk), configuration)) {
          new CrashTrial(DisturbedNight.prepare(spark, folder, store))
              .sweep(store, numbers.get(0), numbers.get(1));
        }
      }
      case "killed" ->
          new CrashTrial(DisturbedNight.prepare(spark, folder, LocalStorage.sound(disk)))
              .kill(folder.resolve("killed.log"), numbers.get(0));
      default -> throw new IllegalArgumentException(kind + " is none of local, s3, killed");
    }
  }

  private void sweep(Storage storage, int every, int from)
      throws IOException, InterruptedException {
    System.out.printf("the night has %d operations of the storage%n", night.operations());
    int ways = storage.faults().size();
    for (int way = 0; way < ways; way++) {
      Storage.Fault fault = storage.faults().get(way);
      // Each way begins at another operation, where not all are tried.
      long first = from + (long) way * every / ways;
      for (long operation = first; operation <= night.operations(); operation += every) {
        tell(fault.name(), operation, night.failingAt(operation, fault));
      }
    }
    sum();
  }

  /** Kills the process at some millisecond of those that an undisturbed night takes. */
  private void kill(Path log, int times) throws IOException, InterruptedException {
    long longest = stop(Long.MAX_VALUE, log, "undisturbed");
    Random random = new Random(SEED);
    for (int time = 0; time < times; time++) {
      stop(random.nextLong(longest), log, "killed");
    }
    sum();
  }

  private long stop(long after, Path log, String name) throws IOException, InterruptedException {
    AtomicLong end = new AtomicLong();
    Outcome outcome =
        night.disturbed(
            settings -> {
              long start = System.nanoTime();
              Process process =
                  JavaProcess.of(
                          Main.class,
                          List.of("nightly", "--as-of", "2024-06-30", "--conf", settings))
                      .redirectErrorStream(true)
                      .redirectOutput(log.toFile())
                      .start();
              process.waitFor(after, TimeUnit.MILLISECONDS);
              end.set((System.nanoTime() - start) / 1_000_000);
              process.destroyForcibly();
              return process.waitFor();
            });
    tell(name, end.get(), outcome);
    return end.get();
  }

  private void tell(String name, long at, Outcome outcome) {
    outcomes.computeIfAbsent(name, it -> new ArrayList<>()).add(outcome);
    System.out.printf(
        "%-12s at %6d: exit code %3d, after one more run %d, %s%n",
        name,
        at,
        outcome.code(),
        outcome.again(),
        outcome.wrong().isEmpty() ? "the same tables" : outcome.wrong());
  }

  private void sum() {
    boolean isWrong = false;
    for (Map.Entry<String, List<Outcome>> entry : outcomes.entrySet()) {
      Map<Integer, Integer> codes = new TreeMap<>();
      entry.getValue().forEach(it -> codes.merge(it.code(), 1, Integer::sum));
      long wrong =
          entry.getValue().stream().filter(it -> it.again() != 0 || !it.wrong().isEmpty()).count();
      isWrong |= wrong > 0;
      System.out.printf(
          "%-12s %d times, %d wrong; exit codes and how often: %s%n",
          entry.getKey(), entry.getValue().size(), wrong, codes);
    }
    if (isWrong) {
      throw new IllegalStateException("other tables than those of an undisturbed night");
    }
  }
}
