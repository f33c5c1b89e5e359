package io.tongqi.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.SmallForce;
import io.tongqi.SparkTest;
import io.tongqi.tables.Tables;
import io.tongqi.tables.WarehouseRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A small night submitted to a real standalone cluster from the application's own libraries; {@code
 * jobs/trial-cluster.sh} does the same with the sample, and kills more.
 */
class ClusterIT extends SparkTest {
  private static final String[] NIGHT = {"nightly", "--as-of", "2024-06-30"};
  private static final String PROPERTIES = "--properties-file=conf/spark/standalone.conf";

  @TempDir private static Path folder;
  private static StandaloneCluster cluster;

  @BeforeAll
  static void startCluster() throws IOException {
    cluster = new StandaloneCluster(folder);
  }

  @AfterAll
  static void stopCluster() {
    cluster.close();
  }

  @Test
  void shouldGiveTheFiguresOfALocalRunAlthoughAnExecutorDies(
      @TempDir Path here, @TempDir Path there) throws Exception {
    // given
    SmallForce local = force(here);
    assertThat(local.run(NIGHT).code()).isZero();
    SmallForce submitted = force(there);

    // when
    Submitted night =
        Submitted.run(
            Map.of("TONGQI_MEMORY", "1g"),
            (line, process) -> {
              if (line.startsWith("ingest calls")) {
                cluster.killExecutor();
              }
            },
            "--master",
            cluster.url(),
            PROPERTIES,
            "nightly",
            "--as-of",
            "2024-06-30",
            "--conf",
            submitted.path("tongqi.yaml").toString());

    // then
    assertThat(night.code()).as(night.text()).isZero();
    assertThat(gold(there)).isEqualTo(gold(here));
    assertThat(night.lines()).as("as quiet as a local run").hasSizeLessThan(30);
    assertThat(night.lines().get(0))
        .matches("start Spark +[0-9.]+ s  spark://127\\.0\\.0\\.1:\\d+");
  }

  @Test
  void shouldLeaveWithTheCodeOfARunWhoseDriverIsInTheCluster(@TempDir Path there) throws Exception {
    // given
    SmallForce force = force(there);
    Map<String, String> environment = Map.of("TONGQI_MEMORY", "1g", "WAREHOUSE_OF_NOBODY", "");
    String conf = force.path("tongqi.yaml").toString();
    String[] ingest = {
      "ingest", "--conf", conf, "--master", cluster.url(), "--deploy-mode=cluster", PROPERTIES
    };

    // when
    Submitted done = Submitted.run(environment, Submitted.Watcher.NONE, ingest);
    force.deliver("calls-2024-07.csv", "A,1", "B,1", "C,1", "D,1");
    Submitted refused = Submitted.run(environment, Submitted.Watcher.NONE, ingest);
    Submitted wrong =
        Submitted.run(
            environment,
            Submitted.Watcher.NONE,
            "query",
            "SELECT 1",
            "--master",
            cluster.url(),
            "--deploy-mode",
            "cluster");

    // then
    assertThat(done.code()).as(done.text()).isZero();
    assertThat(done.text()).containsPattern("run \\S+-ingest-\\S+: done, exit code 0");
    assertThat(refused.code()).as(refused.text()).isEqualTo(3);
    assertThat(refused.text()).containsPattern("run \\S+-ingest-\\S+: refused, exit code 3");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.text())
        .startsWith("tongqi: query: only a command that writes the tables can be submitted with");
  }

  private static SmallForce force(Path folder) {
    return new SmallForce(folder)
        .edit("tongqi.yaml", "years: 2", "years: 2\nspark: {master: '${TONGQI_MASTER:-local[*]}'}")
        .withRegister("2024-06", "101,leaflets,2024-06-03,100", "102,leaflets,2024-06-04,20")
        .deliver("calls-2023-06.csv", "A1,1,101,bicycle,2023-06-05,2023-06-05,2023-06-09,10")
        .deliver(
            "calls-2024-06.csv",
            "B1,1,101,bicycle,2024-06-05,2024-06-05,,12.50",
            "B2,1,102,brawl,2024-06-07,,,");
  }

  /** All rows of all figures. */
  private static Map<String, List<String>> gold(Path folder) {
    Tables tables = new Tables(spark(), folder.resolve("warehouse").toString());
    Map<String, List<String>> gold =
        WarehouseRows.of(tables, it -> it.partitionColumns().contains("as_of"));
    assertThat(gold)
        .hasSizeGreaterThan(4)
        .allSatisfy((table, rows) -> assertThat(rows).isNotEmpty());
    return gold;
  }
}
