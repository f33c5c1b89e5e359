package io.tongqi.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.SmallForce;
import io.tongqi.SmallForce.Outcome;
import io.tongqi.SparkTest;
import io.tongqi.command.Failures;
import io.tongqi.s3.UnreliableNetwork.Mishap;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of a small force whose tables lie on S3, over a network that is not always good. */
class ObjectStorageIT extends SparkTest {
  @TempDir private static Path folder;
  private static S3Server server;
  private static UnreliableNetwork network;

  @TempDir private Path own;

  @BeforeAll
  static void start() throws IOException {
    server = new S3Server(folder);
    network = new UnreliableNetwork(server.endpoint());
  }

  @AfterAll
  static void stop() {
    network.close();
    server.close();
  }

  @Test
  void shouldBookOnceWhatIsCommittedWhileRepliesAreLost() {
    // given
    SmallForce force = force("lossy");
    createTables("lossy");
    Set<String> met = ConcurrentHashMap.newKeySet();
    network.weather(
        (method, path) ->
            method.equals("PUT") && path.matches(".*/_delta_log/\\d+\\.json") && met.add(path)
                ? Mishap.REPLY_LOST
                : Mishap.NONE);

    // when
    Outcome outcome = force.run("ingest");

    // then
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isZero();
    assertThat(met).anyMatch(it -> it.contains("/record_versions/"));
    assertBookedOnce("lossy");
  }

  @Test
  void shouldSurviveAStoreThatIsSlowAndAsksToSlowDown() {
    // given
    SmallForce force = force("busy");
    createTables("busy");
    AtomicInteger requests = new AtomicInteger();
    network.weather(
        (method, path) -> {
          int request = requests.incrementAndGet();
          return request % 20 == 0
              ? Mishap.SLOW_DOWN
              : request % 50 == 1 ? Mishap.LATE : Mishap.NONE;
        });

    // when
    Outcome outcome = force.run("nightly", "--as-of", "2024-03-31");

    // then
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isZero();
    assertBookedOnce("busy");
    Tables tables = new Tables(spark(), warehouse("busy"));
    assertThat(tables.read(Table.RELEASES).count()).isEqualTo(1);
    assertThat(
            tables
                .read(Table.PERIOD_FACTS)
                .where("year = 2024 AND vintage = 'latest' AND window = 'last_quarter'")
                .where("area_level = 'force' AND category_group = 'all'")
                .select("incidents_reported")
                .collectAsList())
        .isNotEmpty()
        .allMatch(row -> row.getLong(0) == 3);
  }

  @Test
  void shouldBlameTheSettingsForCredentialsThatAreRefused() {
    // given
    SmallForce force = force("guarded");
    hadoop().set(S3Server.option("guarded", "secret.key"), "wrong");

    // when
    Outcome outcome = force.run("ingest");

    // then
    assertThat(outcome.code()).isEqualTo(Failures.SETTINGS);
    assertThat(outcome.err())
        .startsWith("tongqi: using the storage: access was refused (s3a://guarded/warehouse")
        .contains("correct the credentials (on S3 AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY");
    assertThat(outcome.err().lines()).hasSize(1);
  }

  @Test
  void shouldHaveTheRunTriedAgainWhenTheStoreIsAway() {
    // given
    SmallForce force = force("away");
    hadoop().set(S3Server.option("away", "endpoint"), "http://127.0.0.1:1");
    for (String limit : List.of("retry.limit", "attempts.maximum")) {
      hadoop().set(S3Server.option("away", limit), "1");
    }

    // when
    Outcome outcome = force.run("ingest");

    // then
    assertThat(outcome.err()).contains("run it again when it is back");
    assertThat(outcome.code()).isEqualTo(Failures.TRY_AGAIN);
  }

  /** A force with one delivery of three calls and one that cannot be read. */
  private SmallForce force(String bucket) {
    server.configure(hadoop(), bucket, network.endpoint());
    network.weather((method, path) -> Mishap.NONE);
    return new SmallForce(own)
        .edit("tongqi.yaml", "warehouse: warehouse", "warehouse: " + warehouse(bucket))
        .edit("tongqi.yaml", "years: 2", "years: 2\nreject_share_limit: 0.5")
        .deliver(
            "calls-2024-01.csv",
            "A1,1,101,bicycle,2024-01-05 10:00,,,10",
            "A2,1,101,bicycle,2024-01-06 10:00,,,20",
            "A3,1,102,brawl,2024-01-07 10:00,,,",
            "A4,1,102,brawl,2024-02-31 10:00,,,");
  }

  /** Copies empty tables, which is faster than creating them. */
  private void createTables(String bucket) {
    Path empty = own.resolve("empty");
    emptyTables(empty);
    S3Server.upload(hadoop(), empty, warehouse(bucket));
  }

  private static void assertBookedOnce(String bucket) {
    Tables tables = new Tables(spark(), warehouse(bucket));
    assertThat(tables.read(Table.RECEIPTS).count()).isEqualTo(1);
    assertThat(tables.read(Table.RECORD_VERSIONS).count()).isEqualTo(3);
    assertThat(tables.read(Table.QUARANTINE).count()).isEqualTo(1);
    assertThat(tables.read(Table.LEDGER).count()).isEqualTo(3);
  }

  private static String warehouse(String bucket) {
    return "s3a://" + bucket + "/warehouse";
  }

  private static Configuration hadoop() {
    return spark().sparkContext().hadoopConfiguration();
  }
}
