package io.tongqi.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.JavaProcess;
import io.tongqi.Main;
import io.tongqi.SmallForce;
import io.tongqi.SmallForce.Outcome;
import io.tongqi.SparkTest;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Hive metastore on Derby, in which one process registers the tables and another finds them. */
class RegistrationIT extends SparkTest {
  private static final String CATALOG = "catalog: {schema_prefix: tongqi_}\n";
  private static final String METASTORE =
      """
      spark.sql.catalogImplementation: hive
      spark.sql.warehouse.dir: FOLDER/spark-warehouse
      spark.hadoop.javax.jdo.option.ConnectionURL: jdbc:derby:;databaseName=FOLDER/metastore;create=true
      spark.hadoop.datanucleus.schema.autoCreateAll: true
      spark.hadoop.hive.metastore.schema.verification: false
      """;

  @TempDir private Path folder;

  @Test
  void shouldLetAnotherProcessFindTheTablesByName() throws Exception {
    // given
    SmallForce force = force();
    String metastore = METASTORE.replace("FOLDER", folder.toString());
    force
        .write("metastore.conf", metastore)
        .edit(
            "tongqi.yaml",
            "years: 2\n",
            "years: 2\n%sspark:\n  master: local[1]\n  conf:\n%s"
                .formatted(CATALOG, metastore.indent(4)));

    // when
    String night = run(Main.class, "nightly", "--as-of", "2024-05-31", "--conf", conf(force));
    FileUtils.copyDirectory(force.path("warehouse").toFile(), force.path("moved").toFile());
    force.edit("tongqi.yaml", "warehouse: warehouse", "warehouse: moved");
    Path output = folder.resolve("read.txt");
    run(CatalogReader.class, folder.toString(), output.toString(), conf(force));

    // then
    assertThat(night)
        .containsPattern(
            "register +[0-9.]+ s +%d tables and views".formatted(Relation.all().size()));
    List<String> read = Files.readAllLines(output);
    int count = Relation.all().size();
    List<String> before = read.subList(0, count);
    assertThat(before)
        .allMatch(it -> it.matches(".* \\d+ rows, .*\\p{IsHan}.* \\| .*: .*\\p{IsHan}.* \\| .*"))
        .anyMatch(it -> it.startsWith("tongqi_gold.period_facts 288 rows, 同期指标"))
        .anyMatch(it -> it.startsWith("tongqi_gold.headline 336 rows, 主要数字"))
        .anyMatch(it -> it.startsWith("tongqi_silver.incidents 2 rows"));
    String ledger = before.get(Relation.all().indexOf(Table.LEDGER));
    assertThat(ledger).endsWith("/warehouse/silver/ledger");
    assertThat(read.subList(count, read.size()))
        .containsExactly("registered again: 0", ledger.replace("/warehouse/", "/moved/"));
  }

  @Test
  void shouldRefuseACatalogThatEndsWithTheSession() throws IOException {
    // given
    SmallForce force = force().edit("tongqi.yaml", "years: 2\n", "years: 2\n" + CATALOG);

    // when
    Outcome night = force.run("nightly", "--as-of", "2024-05-31");
    Outcome registered = force.run("tables", "--register");
    force.edit("tongqi.yaml", CATALOG, "");
    Outcome without = force.run("tables", "--register");

    // then
    assertThat(List.of(night.code(), registered.code(), without.code())).containsOnly(2);
    assertThat(night.err())
        .isEqualTo(registered.err())
        .startsWith(
            "tongqi: registering the tables as tongqi_…: the catalog of this Spark is in-memory and ends with it; set spark.sql.catalogImplementation: hive");
    assertThat(without.err())
        .isEqualTo(
            "tongqi: registering the tables: FORCE/tongqi.yaml has no catalog.schema_prefix; add it, such as catalog: {schema_prefix: tongqi_}\n");
  }

  private SmallForce force() {
    emptyTables(folder.resolve("warehouse"));
    return new SmallForce(folder)
        .deliver("calls-2023-05.csv", "A1,2,101,bicycle,2023-05-05,2023-05-05,,10")
        .deliver("calls-2024-05.csv", "B1,1,101,bicycle,2024-05-05,2024-05-05,,12.50");
  }

  private static String conf(SmallForce force) {
    return force.path("tongqi.yaml").toString();
  }

  private String run(Class<?> main, String... arguments) throws Exception {
    File said = folder.resolve(main.getSimpleName() + ".log").toFile();
    ProcessBuilder process = JavaProcess.of(main, List.of(arguments));
    int code = process.redirectErrorStream(true).redirectOutput(said).start().waitFor();
    String text = Files.readString(said.toPath());
    assertThat(code).as(text).isZero();
    return text;
  }
}
