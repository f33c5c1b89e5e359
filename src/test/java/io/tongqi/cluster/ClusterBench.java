package io.tongqi.cluster;

import io.tongqi.bench.Steps;
import io.tongqi.tables.SparkSessions;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import io.tongqi.tables.WarehouseRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A first night on generated records by one process, and by a standalone cluster of two workers of
 * one core each, on the same machine.
 */
final class ClusterBench {
  private static final String MEMORY = "4g";

  private final Path settings;
  private final Path folder;

  private ClusterBench(Path settings, Path folder) {
    this.settings = settings;
    this.folder = folder;
  }

  /**
   * Arguments: the folder that {@code generate --incidents} wrote, and an empty folder to write to.
   * Fails when a row differs.
   */
  public static void main(String[] arguments) throws Exception {
    ClusterBench bench =
        new ClusterBench(Path.of(arguments[0]).resolve("tongqi.yaml"), Path.of(arguments[1]));
    bench.run();
  }

  private void run() throws IOException, InterruptedException {
    Path properties = Files.createDirectories(folder).resolve("cluster.conf");
    Files.writeString(properties, "spark.executor.memory " + MEMORY + "\n");
    Steps process = night("process");
    try (StandaloneCluster cluster = new StandaloneCluster(folder)) {
      Steps night =
          night("cluster", "--master", cluster.url(), "--properties-file", properties.toString());
      print("ingest, posting, comparison", night.main(), process.main());
      print("the whole command", night.all(), process.all());
    }
    SparkSessions.during("rows compared", "local[*]", Map.of(), this::compare);
  }

  private Steps night(String name, String... options) throws IOException, InterruptedException {
    Path warehouse = folder.resolve(name);
    List<String> command =
        new ArrayList<>(List.of("nightly", "--conf", settings.toString(), "--as-of", "2024-12-31"));
    command.addAll(List.of(options));
    long start = System.nanoTime();
    Submitted run =
        Submitted.run(
            Map.of("TONGQI_WAREHOUSE", warehouse.toString(), "TONGQI_MEMORY", MEMORY),
            (line, process) -> System.out.println(name + ": " + line),
            command.toArray(String[]::new));
    double seconds = (System.nanoTime() - start) / 1e9;
    if (run.code() != 0) {
      throw new IllegalStateException(name + ": exit code " + run.code());
    }
    return Steps.of(seconds, Files.readString(warehouse.resolve("run.json")));
  }

  private static void print(String what, double cluster, double process) {
    System.out.println(
        String.format(
            Locale.ROOT,
            "%s: cluster ÷ process %.2f (%.1f s ÷ %.1f s)",
            what,
            cluster / process,
            cluster,
            process));
  }

  /** How many rows there are, and the sum of their hashes. */
  private static Row digest(Dataset<Row> rows) {
    return rows.selectExpr("count(*)", "sum(CAST(xxhash64(to_json(struct(*))) AS DECIMAL(38, 0)))")
        .first();
  }

  private void compare(SparkSession spark) {
    Tables process = new Tables(spark, folder.resolve("process").toString());
    Tables cluster = new Tables(spark, folder.resolve("cluster").toString());
    boolean isDifferent = false;
    for (Table table : Table.values()) {
      if (WarehouseRows.OF_RECORDS.test(table)) {
        Row one = digest(process.read(table));
        Row other = digest(cluster.read(table));
        boolean isSame = one.equals(other);
        System.out.printf(
            "%s: %d rows, %s%n", table.fullName(), one.getLong(0), isSame ? "the same" : "OTHERS");
        isDifferent |= !isSame;
      }
    }
    if (isDifferent) {
      throw new IllegalStateException("rows differ between the cluster and the process");
    }
  }
}
