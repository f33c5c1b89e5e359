package io.tongqi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tongqi.SmallForce.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A golden run of two Junes through the command line, and what comes after it. */
@TestMethodOrder(OrderAnnotation.class)
class CommandLineIT extends SparkTest {
  private static final String COMPARED =
      "SELECT value, prior_value, change, record FROM gold.decade_comparison"
          + " WHERE `window` = 'last_month' AND area_level = 'force' AND category_group = 'all'"
          + " AND metric = 'incidents_reported' AND vintage = 'latest'";

  @TempDir private static Path folder;
  private static SmallForce force;
  private static Outcome nightly;
  private static Set<String> jobs;

  @BeforeAll
  static void runNightly() throws TimeoutException {
    emptyTables(folder.resolve("warehouse"));
    force =
        new SmallForce(folder)
            .write("show.sql", COMPARED)
            .deliver(
                "calls-2023-06.csv",
                "A1,1,101,bicycle,2023-06-05 10:00,,,",
                "A2,1,101,brawl,2023-06-06 10:00,,,",
                "A3,1,102,brawl,2023-06-07 10:00,,,")
            .deliver(
                "calls-2024-06.csv",
                "B1,1,101,bicycle,2024-06-05 10:00,2024-06-05 11:00,2024-06-06 10:00,12.50",
                "B2,1,102,brawl,2024-06-06 10:00,,,");
    JobDescriptions seen = new JobDescriptions();
    spark().sparkContext().addSparkListener(seen);
    nightly =
        force.run(
            "nightly",
            "--as-of=2024-06-30",
            "--lang=zh",
            "--show=" + force.path("show.sql").toString());
    spark().sparkContext().listenerBus().waitUntilEmpty();
    spark().sparkContext().removeSparkListener(seen);
    jobs = Set.copyOf(seen.texts);
  }

  /** What Spark's own pages call the jobs. */
  static final class JobDescriptions extends SparkListener {
    private final Set<String> texts = ConcurrentHashMap.newKeySet();

    @Override
    public void onJobStart(SparkListenerJobStart job) {
      texts.add(job.properties().getProperty("spark.job.description", "a job without words"));
    }
  }

  @Test
  @Order(1)
  void shouldTakeInCompareReleaseAndShow() {
    assertThat(nightly.code()).as(nightly.err()).isZero();
    assertThat(nightly.err()).isEmpty();
    assertThat(nightly.out())
        .contains(
            "2 files, 5 rows read = 5 accepted + 0 quarantined + 0 duplicate + 0 ignored (0 stale)",
            "release 2024-06-30.1 of Smallton; the tables are in FORCE/warehouse",
            "|2.0  |3.0        |-1.0  |best  |",
            "小城，2024-01-01至2024-06-30，与2023年以来的同期相比（已知至2024-06-30）")
        .containsPattern("(?m)^全部 +接报警情数 +·· +2起 .*暂不认定$");
  }

  @Test
  @Order(1)
  void shouldDescribeEveryJobForPeople() {
    assertThat(jobs)
        .contains("ingest calls", "compare: write gold.zero_days", "release: write gold.releases")
        .doesNotContain("a job without words");
  }

  @Test
  @Order(2)
  void shouldLeaveADocumentOfTheRun() throws IOException {
    JsonNode run = new ObjectMapper().readTree(force.read("warehouse/run.json"));

    assertThat(run.path("status").asText()).isEqualTo("done");
    assertThat(run.path("command").asText()).isEqualTo("nightly");
    assertThat(run.path("release").asText()).isEqualTo("2024-06-30.1");
    assertThat(run.path("rows").path("read").asLong()).isEqualTo(5);
    assertThat(run.path("rows").path("accepted").asLong()).isEqualTo(5);
    assertThat(run.path("inputs").findValuesAsText("path"))
        .containsExactly("calls-2023-06.csv", "calls-2024-06.csv");
    assertThat(run.path("inputs").findValuesAsText("content_sha256"))
        .allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    assertThat(run.path("table_versions").has("silver.ledger")).isTrue();
    assertThat(run.path("steps").findValuesAsText("step"))
        .contains("start Spark", "ingest calls", "post calls", "compare", "release");
    assertThat(folder.resolve("warehouse/runs")).isDirectoryContaining("glob:**-nightly.json");
  }

  @Test
  @Order(3)
  void shouldPrintQueriesAsTableCsvAndJson() {
    String query =
        "SELECT record_id, loss_cents FROM bronze.record_versions WHERE record_id LIKE 'B%'"
            + " ORDER BY record_id";

    assertThat(force.run("query", query).out())
        .isEqualTo(
            """
            +---------+----------+
            |record_id|loss_cents|
            +---------+----------+
            |B1       |1250      |
            |B2       |NULL      |
            +---------+----------+
            """);
    assertThat(force.run("query", "--format", "csv", query).out())
        .isEqualTo("record_id,loss_cents\nB1,1250\nB2,\n");
    assertThat(force.run("query", "--format", "json", query).out())
        .isEqualTo("{\"record_id\":\"B1\",\"loss_cents\":1250}\n{\"record_id\":\"B2\"}\n");
  }

  @Test
  @Order(4)
  void shouldRefuseQueriesThatFail() {
    Outcome unknown = force.run("query", "SELECT * FROM gold.facts");
    Outcome impossible =
        force.run("query", "SELECT 1 / (count(*) - 5) FROM bronze.record_versions");
    Outcome release = force.run("query", "--release", "2024-06-30.9", "SELECT 1");

    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err())
        .startsWith(
            "tongqi: running the query SELECT * FROM gold.facts: [TABLE_OR_VIEW_NOT_FOUND]");
    assertThat(impossible.code()).isEqualTo(2);
    assertThat(impossible.err())
        .startsWith("tongqi: running the query SELECT 1 / (count(*) - 5)")
        .contains("DIVIDE_BY_ZERO");
    assertThat(release.code()).isEqualTo(2);
    assertThat(release.err())
        .isEqualTo(
            "tongqi: looking up release 2024-06-30.9: there is none; known are: 2024-06-30.1\n");
  }

  @Test
  @Order(5)
  void shouldListAndCheckWhatIsThere() {
    Outcome tables = force.run("tables");
    Outcome doctor = force.run("doctor", "--as-of", "2024-06-30");

    assertThat(tables.code()).isZero();
    assertThat(tables.out())
        .containsPattern("bronze.record_versions +5 rows +FORCE/warehouse/bronze/record_versions")
        .contains("gold.releases");
    assertThat(doctor.code()).as(doctor.err()).isZero();
    assertThat(doctor.out())
        .contains(
            "FORCE/tongqi.yaml: fine",
            "2 stations, 1 districts, 2 groups, 2 categories: fine",
            "FORCE/warehouse: can be written",
            "calls: fine; 0 files to take in",
            "a run would count up to 2024-06-30, known at 2024-06-30, over 2 years");
  }

  @Test
  @Order(6)
  void shouldWriteNothingInADryRun() {
    force.deliver("calls-2024-07.csv", "C1,1,101,bicycle,2024-07-05 10:00,,,");

    Outcome dry = force.run("ingest", "--dry-run");

    assertThat(dry.code()).as(dry.err()).isZero();
    assertThat(dry.out()).contains("would take in 1 files of source calls", "  calls-2024-07.csv");
    assertThat(force.rows(spark())).containsEntry("bronze.receipts", 2L);
  }

  @Test
  @Order(7)
  void shouldReadAndComputeAReleaseAgainAfterMoreIsBooked() {
    force.deliver("calls-2024-06-late.csv", "B3,1,101,brawl,2024-06-07 10:00,,,");
    String booked = "SELECT sum(incidents_reported) AS booked FROM silver.ledger";

    Outcome ingest = force.run("ingest");
    Outcome now = force.run("query", "--format", "csv", booked);
    Outcome then = force.run("query", "--release", "2024-06-30.1", "--format", "csv", booked);
    Outcome incidents =
        force.run(
            "query",
            "--release",
            "2024-06-30.1",
            "--format",
            "csv",
            "SELECT count(*) AS held FROM silver.incidents");
    Outcome literal =
        force.run(
            "query",
            "--release",
            "2024-06-30.1",
            "--format",
            "csv",
            "SELECT 'silver.ledger, silver.incidents' AS text, count(*) AS held FROM silver.ledger");
    Outcome compare = force.run("compare", "--release", "2024-06-30.1");

    assertThat(ingest.code()).as(ingest.err()).isZero();
    assertThat(now.out()).isEqualTo("booked\n7\n");
    assertThat(then.out()).as(then.err()).isEqualTo("booked\n5\n");
    assertThat(incidents.out()).as(incidents.err()).isEqualTo("held\n5\n");
    assertThat(literal.out())
        .as(literal.err())
        .startsWith("text,held\n\"silver.ledger, silver.incidents\",");
    assertThat(compare.code()).as(compare.err()).isZero();
    assertThat(force.query(spark(), COMPARED)).containsExactly("2.0 3.0 -1.0 best");
  }

  @Test
  @Order(8)
  void shouldRefuseToComputeAReleaseAgainByOtherSettings() {
    force.edit("tongqi.yaml", "years: 2", "years: 3\nwindows: {fair: 06-01..06-18}");

    Outcome refused = force.run("compare", "--release", "2024-06-30.1");
    force.edit("tongqi.yaml", "years: 3\nwindows: {fair: 06-01..06-18}", "years: 2");

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err())
        .contains(
            "tongqi: reproducing release 2024-06-30.1: the windows are no longer those that it was"
                + " computed with; restore them in FORCE/tongqi.yaml",
            "tongqi: reproducing release 2024-06-30.1: the years are no longer");
  }

  @Test
  @Order(9)
  void shouldRefuseToKnowLessThanItCounts() {
    Outcome refused = force.run("compare", "--as-of", "2024-06-30", "--known-at", "2024-06-29");

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err())
        .isEqualTo(
            "tongqi: --known-at: 2024-06-29 is before --as-of 2024-06-30, so that the last days"
                + " would be missing; give 2024-06-30 or later\n");
  }

  @Test
  @Order(10)
  void shouldSayInTheDocumentThatDataWereRefused() throws IOException {
    force.write("calls/calls-2024-08.csv", "");

    Outcome refused = force.run("ingest");
    Outcome doctor = force.run("doctor");

    JsonNode run = new ObjectMapper().readTree(force.read("warehouse/run.json"));
    assertThat(refused.code()).isEqualTo(3);
    assertThat(doctor.err()).isEqualTo(refused.err());
    assertThat(run.path("status").asText()).isEqualTo("refused");
    assertThat(run.path("faults").path(0).asText())
        .isEqualTo(
            "reading the deliveries of source calls: file calls-2024-08.csv is empty, not even a"
                + " header; deliver it again, or remove it");
  }
}
