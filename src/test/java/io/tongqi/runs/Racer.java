package io.tongqi.runs;

import io.tongqi.faults.TryAgainException;
import io.tongqi.tables.SparkSessions;
import io.tongqi.tables.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/**
 * One of two processes that race for a warehouse: {@code Racer WAREHOUSE FOLDER NAME OTHER ROUNDS}.
 * In each round both wait for each other, claim, leave a file that says whether they won, wait
 * again, and end.
 */
final class Racer {
  private static final int PATIENCE = 12_000;

  private final Path folder;
  private final String name;
  private final String other;

  private Racer(Path folder, String name, String other) {
    this.folder = folder;
    this.name = name;
    this.other = other;
  }

  public static void main(String[] arguments) throws Exception {
    SparkSession spark = SparkSessions.start("racer", "local[1]", Map.of());
    new Racer(Path.of(arguments[1]), arguments[2], arguments[3])
        .race(new Tables(spark, arguments[0]), Integer.parseInt(arguments[4]));
    spark.stop();
  }

  private void race(Tables tables, int rounds) throws Exception {
    for (int round = 0; round < rounds; round++) {
      meet(round + ".ready.", "");
      String runId = "round %d %s".formatted(round, name);
      try {
        Claim claim = Claim.take(tables, runId, "race", InstantSource.system(), Duration.ZERO);
        meet(round + ".result.", "won");
        claim.end("done", 0, "{}");
      } catch (TryAgainException held) {
        meet(round + ".result.", held.getMessage());
      }
    }
  }

  private void meet(String what, String said) throws IOException, InterruptedException {
    Path written = Files.writeString(folder.resolve(what + name + ".tmp"), said);
    Files.move(written, folder.resolve(what + name));
    for (int pauses = 0; !Files.exists(folder.resolve(what + other)); pauses++) {
      if (pauses == PATIENCE) {
        throw new IllegalStateException(name + " waited for " + what + other + " in vain");
      }
      Thread.sleep(10);
    }
  }
}
