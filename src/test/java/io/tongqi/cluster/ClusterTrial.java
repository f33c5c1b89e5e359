package io.tongqi.cluster;

import io.tongqi.tables.SparkSessions;
import io.tongqi.tables.Tables;
import io.tongqi.tables.WarehouseRows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.io.FileUtils;

/** The sample's night on a standalone cluster, in several ways, each held against a local run. */
final class ClusterTrial {
  private final Path folder;
  private final StandaloneCluster cluster;
  private final Map<String, List<String>> expected = new TreeMap<>();
  private boolean isDifferent;

  private ClusterTrial(Path folder, StandaloneCluster cluster) {
    this.folder = folder;
    this.cluster = cluster;
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("trial");
    try (StandaloneCluster cluster = new StandaloneCluster(folder)) {
      ClusterTrial trial = new ClusterTrial(folder, cluster);
      trial.run();
      if (trial.isDifferent) {
        throw new IllegalStateException("figures differ");
      }
    } finally {
      FileUtils.deleteQuietly(folder.toFile());
    }
  }

  private void run() throws Exception {
    attempt("local", 0, Submitted.Watcher.NONE);
    expected.putAll(rows("local"));
    attempt("client", 0, Submitted.Watcher.NONE, "--master", cluster.url());
    attempt(
        "executors killed",
        0,
        (line, process) -> {
          if (line.startsWith("ingest cases") || line.startsWith("receipts")) {
            System.out.println("  killed executor " + cluster.killExecutor() + " after: " + line);
          }
        },
        "--master",
        cluster.url());
    attempt(
        "driver killed",
        137,
        (line, process) -> {
          if (line.startsWith("ingest cases")) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            System.out.println("  killed the driver after: " + line);
          }
        },
        "--master",
        cluster.url());
    attempt("driver killed", 0, Submitted.Watcher.NONE, "--master", cluster.url());
    attempt(
        "cluster", 0, Submitted.Watcher.NONE, "--master", cluster.url(), "--deploy-mode=cluster");
  }

  private void attempt(String name, int code, Submitted.Watcher watcher, String... options)
      throws Exception {
    List<String> command =
        new ArrayList<>(List.of("nightly", "--conf", "conf/tongqi.yaml", "--as-of", "2024-06-30"));
    command.addAll(List.of(options));
    if (options.length > 0) {
      command.add("--properties-file=conf/spark/standalone.conf");
    }
    long start = System.nanoTime();
    Submitted run =
        Submitted.run(
            Map.of("TONGQI_WAREHOUSE", warehouse(name).toString(), "TONGQI_MEMORY", "2g"),
            watcher,
            command.toArray(String[]::new));
    double seconds = (System.nanoTime() - start) / 1e9;
    if (run.code() != code) {
      throw new IllegalStateException(
          "%s: exit code %d instead of %d:%n%s".formatted(name, run.code(), code, run.text()));
    }
    long different = code == 0 && !expected.isEmpty() ? different(rows(name)) : 0;
    isDifferent |= different > 0;
    System.out.println(
        String.format(
            Locale.ROOT,
            "%-18s exit code %3d %7.1f s %4d lines printed %s",
            name,
            run.code(),
            seconds,
            run.lines().size(),
            code != 0 ? "" : different + " of " + count(expected) + " rows differ"));
  }

  private Path warehouse(String name) {
    return folder.resolve(name.replace(' ', '-'));
  }

  private long different(Map<String, List<String>> rows) {
    long different = 0;
    for (Map.Entry<String, List<String>> table : expected.entrySet()) {
      Map<String, Integer> balance = new HashMap<>();
      table.getValue().forEach(row -> balance.merge(row, 1, Integer::sum));
      rows.get(table.getKey()).forEach(row -> balance.merge(row, -1, Integer::sum));
      different += balance.values().stream().mapToLong(Math::abs).sum();
    }
    return different;
  }

  private static long count(Map<String, List<String>> rows) {
    return rows.values().stream().mapToLong(List::size).sum();
  }

  private Map<String, List<String>> rows(String name) {
    Map<String, List<String>> rows = new TreeMap<>();
    SparkSessions.during(
        "trial",
        "local[*]",
        Map.of(),
        spark ->
            rows.putAll(
                WarehouseRows.of(
                    new Tables(spark, warehouse(name).toString()), WarehouseRows.OF_RECORDS)));
    return rows;
  }
}
