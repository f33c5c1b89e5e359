package io.tongqi;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tongqi.crash.FaultyStorage;
import io.tongqi.crash.FaultyStorage.Fault;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.delta.DeltaLog;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A small second night whose storage fails at one operation: after one more run all tables equal
 * those of a night that nothing disturbed, and no reader ever saw a mixture of two releases. {@code
 * -Dcrash.every=1} tries every operation in each way.
 */
class CrashIT extends SparkTest {
  private static final int FEW = 1;
  private static final long PAUSE = 500;
  private static final InstantSource LATER =
      InstantSource.offset(InstantSource.system(), Duration.ofMinutes(6));
  @TempDir private static Path folder;
  private static Path before;
  private static Map<String, List<String>> undisturbed;
  private static Set<List<String>> released;
  private static long operations;

  @BeforeAll
  static void runUndisturbed() throws IOException {
    FaultyStorage.register(spark().sparkContext().hadoopConfiguration());
    before = folder.resolve("before");
    emptyTables(before.resolve("warehouse"));
    SmallForce force =
        new SmallForce(before)
            .deliver("calls-2024-05.csv", "A1,1,101,bicycle,2024-05-05,2024-05-05,,10");
    force.edit("tongqi.yaml", "warehouse: warehouse", "warehouse: faulty://${FORCE}/warehouse");
    assertThat(night(before, "2024-05-31", InstantSource.system())).isZero();
    List<String> first = figures(before);
    force
        .deliver("calls-2024-05.csv", "A1,1,101,bicycle,2024-05-05,2024-05-05,2024-05-20,10")
        .deliver("calls-2024-06.csv", "B1,1,102,brawl,2024-06-05,,,", "B2,1,999,x,2024-06-06,,,");
    Path after = copy("undisturbed");
    FaultyStorage.mend();
    assertThat(night(after, "2024-06-30", InstantSource.system())).isZero();
    operations = FaultyStorage.mend();
    undisturbed = rows(after);
    released = Set.of(first, figures(after));
  }

  static Stream<Object[]> faults() {
    List<Object[]> faults = new ArrayList<>();
    long every = Long.getLong("crash.every", operations / FEW);
    long shift = 0;
    for (Fault fault : Fault.values()) {
      // Each way at other operations, where not all are tried.
      for (long operation = 1 + shift; operation <= operations; operation += every) {
        faults.add(new Object[] {fault, operation});
      }
      shift = every == 1 ? 0 : shift + every / Fault.values().length;
    }
    return faults.stream();
  }

  @ParameterizedTest(name = "{0} at {1}")
  @MethodSource("faults")
  void shouldGiveTheSameTablesAfterOneMoreRun(Fault fault, long operation) throws Exception {
    // given
    Path force = copy("disturbed");
    AtomicBoolean isRunning = new AtomicBoolean(true);
    Set<List<String>> seen = new LinkedHashSet<>();
    Thread reader = new Thread(() -> poll(force, isRunning, seen), "reader");
    reader.start();

    // when
    FaultyStorage.failAt(operation, fault);
    int code = night(force, "2024-06-30", InstantSource.system());
    FaultyStorage.mend();
    DeltaLog.clearCache();
    int again = night(force, "2024-06-30", LATER);
    isRunning.set(false);
    reader.join();

    // then
    assertThat(code).isIn(fault == Fault.FULL ? List.of(75) : List.of(0, 1, 2, 3, 75));
    assertThat(again).isZero();
    assertThat(rows(force)).isEqualTo(undisturbed);
    assertThat(released).containsAll(seen);
  }

  /** Reads the newest release again and again, as its row names the versions of the tables. */
  private static void poll(Path force, AtomicBoolean isRunning, Set<List<String>> seen) {
    while (isRunning.get()) {
      seen.add(figures(force));
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException interruption) {
        throw new IllegalStateException(interruption);
      }
    }
  }

  private static Path copy(String name) throws IOException {
    Path target = folder.resolve(name);
    FileUtils.deleteDirectory(target.toFile());
    FileUtils.copyDirectory(before.toFile(), target.toFile());
    return target;
  }

  private static int night(Path force, String asOf, InstantSource clock) throws IOException {
    Path settings = force.resolve("tongqi.yaml");
    Path here = force.resolve("here.yaml");
    Files.writeString(here, Files.readString(settings).replace("${FORCE}", force.toString()));
    return Main.execute(clock, "nightly", "--as-of", asOf, "--conf", here.toString());
  }

  /** The figures of the newest release, as a reader gets them who keeps to it. */
  private static List<String> figures(Path force) {
    Tables tables = new Tables(spark().newSession(), force.resolve("warehouse").toString());
    Row release =
        tables.read(Table.RELEASES).orderBy(col("as_of").desc(), col("release_id").desc()).first();
    try {
      long version =
          new ObjectMapper()
              .readTree(release.<String>getAs("table_versions"))
              .path(Table.PERIOD_FACTS.fullName())
              .asLong();
      return texts(tables.readVersion(Table.PERIOD_FACTS, version));
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static List<String> texts(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(Row::toString).sorted().toList();
  }

  private static Map<String, List<String>> rows(Path force) {
    Tables tables = new Tables(spark(), force.resolve("warehouse").toString());
    Map<String, List<String>> rows = new TreeMap<>();
    for (Table table : Table.values()) {
      if (table != Table.RUNS && table != Table.RELEASES) {
        rows.put(table.fullName(), texts(tables.read(table)));
      }
    }
    return rows;
  }
}
