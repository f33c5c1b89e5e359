package io.tongqi.crash;

import static org.apache.spark.sql.functions.col;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tongqi.Main;
import io.tongqi.SmallForce;
import io.tongqi.tables.Pause;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import io.tongqi.tables.WarehouseRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;

/**
 * A small force's second night that something disturbs, held against one that nothing did. Its
 * deliveries change a record, bring new ones and one that is rejected.
 */
public final class DisturbedNight {
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final String BEFORE = "before";
  private static final String UNDISTURBED = "undisturbed";
  private static final String DISTURBED = "disturbed";
  private static final String SECOND = "2024-06-30";

  /** When the claim of a run that died has expired. */
  private static final InstantSource LATER =
      InstantSource.offset(InstantSource.system(), Duration.ofMinutes(6));

  private final SparkSession spark;
  private final Path folder;
  private final Storage storage;
  private Map<String, List<String>> expected;
  private Set<List<String>> released;
  private long operations;

  /** A first run of the second night, in whatever way, which may not end well. */
  public interface Attempt {
    /** Runs it by that settings file; tells the exit code. */
    int run(String settings) throws IOException, InterruptedException;
  }

  /**
   * What came of it.
   *
   * @param code the exit code of the disturbed run
   * @param again that of the run after it
   * @param wrong what is wrong with the tables afterwards, or was for a reader meanwhile
   */
  public record Outcome(int code, int again, Set<String> wrong) {}

  private DisturbedNight(SparkSession spark, Path folder, Storage storage) {
    this.spark = spark;
    this.folder = folder;
    this.storage = storage;
  }

  /** Runs the first night, and a second one that nothing disturbs. */
  public static DisturbedNight prepare(SparkSession spark, Path folder, Storage storage)
      throws IOException {
    DisturbedNight night = new DisturbedNight(spark, folder, storage);
    night.runUndisturbed();
    return night;
  }

  private void runUndisturbed() throws IOException {
    SmallForce force =
        new SmallForce(folder.resolve(BEFORE))
            .deliver("calls-2024-05.csv", "A1,1,101,bicycle,2024-05-05,2024-05-05,,10");
    succeed(run(settings(BEFORE), "2024-05-31", InstantSource.system()));
    List<String> first = figures(BEFORE);
    force
        .deliver("calls-2024-05.csv", "A1,1,101,bicycle,2024-05-05,2024-05-05,2024-05-20,10")
        .deliver("calls-2024-06.csv", "B1,1,102,brawl,2024-06-05,,,", "B2,1,999,x,2024-06-06,,,");
    copy(UNDISTURBED);
    storage.mend();
    succeed(run(settings(UNDISTURBED), SECOND, InstantSource.system()));
    operations = storage.mend();
    expected = rows(UNDISTURBED);
    released = Set.of(first, figures(UNDISTURBED));
  }

  private static void succeed(int code) {
    if (code != 0) {
      throw new IllegalStateException("an undisturbed night: exit code " + code);
    }
  }

  /** How many operations of the storage the second night has. */
  public long operations() {
    return operations;
  }

  /** The second night with the storage failing at one operation, and again without. */
  public Outcome failingAt(long operation, Storage.Fault fault)
      throws IOException, InterruptedException {
    return disturbed(
        settings -> {
          storage.failAt(operation, fault);
          int code = run(settings, SECOND, InstantSource.system());
          storage.mend();
          return code;
        });
  }

  /** The second night, disturbed in some way, and again undisturbed, while a reader polls. */
  public Outcome disturbed(Attempt attempt) throws IOException, InterruptedException {
    copy(DISTURBED);
    String settings = settings(DISTURBED);
    AtomicBoolean isRunning = new AtomicBoolean(true);
    Set<List<String>> seen = new LinkedHashSet<>();
    Thread reader = new Thread(() -> poll(isRunning, seen), "reader");
    reader.start();
    int code = attempt.run(settings);
    DeltaLog.clearCache();
    int again = run(settings, SECOND, LATER);
    isRunning.set(false);
    reader.join();
    return new Outcome(code, again, wrong(seen));
  }

  private Set<String> wrong(Set<List<String>> seen) {
    Set<String> wrong = new TreeSet<>();
    rows(DISTURBED)
        .forEach(
            (table, rows) -> {
              if (!rows.equals(expected.get(table))) {
                wrong.add("%s: %s instead of %s".formatted(table, rows, expected.get(table)));
              }
            });
    seen.stream()
        .filter(figures -> !released.contains(figures))
        .forEach(figures -> wrong.add("a reader saw " + figures));
    return wrong;
  }

  /** Reads the newest release again and again, as its row names the versions of the tables. */
  private void poll(AtomicBoolean isRunning, Set<List<String>> seen) {
    while (isRunning.get()) {
      seen.add(figures(DISTURBED));
      Pause.of(PAUSE, "polling was interrupted");
    }
  }

  private void copy(String force) throws IOException {
    Path to = folder.resolve(force);
    FileUtils.deleteDirectory(to.toFile());
    FileUtils.copyDirectory(folder.resolve(BEFORE).toFile(), to.toFile());
    storage.copy(BEFORE, force);
  }

  /** The settings of a force, whose tables lie on the storage. */
  private String settings(String force) throws IOException {
    Path file = folder.resolve(force).resolve("tongqi.yaml");
    String text = Files.readString(file);
    Files.writeString(
        file, text.replaceFirst("warehouse: .*", "warehouse: " + storage.address(force)));
    return file.toString();
  }

  private static int run(String settings, String asOf, InstantSource clock) {
    return Main.execute(clock, "nightly", "--as-of", asOf, "--conf", settings);
  }

  /** The figures of the newest release, as a reader gets them who keeps to it. */
  private List<String> figures(String force) {
    Tables tables = new Tables(spark.newSession(), storage.folder(force).toString());
    Row release =
        tables.read(Table.RELEASES).orderBy(col("as_of").desc(), col("release_id").desc()).first();
    try {
      long version =
          new ObjectMapper()
              .readTree(release.<String>getAs("table_versions"))
              .path(Table.PERIOD_FACTS.fullName())
              .asLong();
      return WarehouseRows.texts(tables.readVersion(Table.PERIOD_FACTS, version));
    } catch (JsonProcessingException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Map<String, List<String>> rows(String force) {
    return WarehouseRows.of(
        new Tables(spark, storage.folder(force).toString()), WarehouseRows.OF_RECORDS);
  }
}
