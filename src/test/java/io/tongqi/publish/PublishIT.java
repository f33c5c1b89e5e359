package io.tongqi.publish;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.JavaProcess;
import io.tongqi.Main;
import io.tongqi.SmallForce;
import io.tongqi.SmallForce.Outcome;
import io.tongqi.SparkTest;
import io.tongqi.tables.Tables;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two releases of a small force, published to a real server; each test has a schema of its own. */
class PublishIT extends SparkTest {
  private static final String FIRST = "2024-05-31.1";
  private static final String SECOND = "2024-06-01.1";
  private static final String USER = "publisher";
  private static final String PASSWORD = "se@cret";

  @TempDir private static Path folder;
  private static PostgresServer server;
  private static SmallForce force;

  @BeforeAll
  static void releaseTwice() throws SQLException {
    server = PostgresServer.start(folder.resolve("postgres"));
    server.execute(
        "postgres",
        "CREATE ROLE publisher LOGIN PASSWORD 'se@cret'",
        "CREATE ROLE visitor LOGIN PASSWORD 'visitor'",
        "CREATE DATABASE figures OWNER publisher",
        "CREATE DATABASE western ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0 OWNER publisher");
    emptyTables(folder.resolve("force/warehouse"));
    force =
        new SmallForce(folder.resolve("force"))
            .edit("reference/stations.csv", "East Street", "\"East \\ \"\"Street\"\"\"")
            .withRegister("2024-05", "101,leaflets,2024-05-02,100")
            .twoNights();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Outcome publish(String schema, String... options) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "publish",
                "--to",
                server.address("figures") + "?user=publisher&password=se%40cret",
                "--schema",
                schema));
    command.addAll(List.of(options));
    return force.run(command.toArray(String[]::new));
  }

  /** A hash of all rows of each table, and the release. */
  private static String contents(String schema) {
    return PublishedTable.all().stream()
        .map(it -> "'%s=' || (%s)".formatted(it.name(), content(schema, it)))
        .collect(joining(" || ' ' || ", "SELECT ", " || " + release(schema)));
  }

  private static String content(String schema, PublishedTable table) {
    return "SELECT count(*) || '/' || coalesce(sum(hashtextextended(rows::text, 0)), 0) FROM %s.\"%s\" rows"
        .formatted(schema, table.name());
  }

  private static String release(String schema) {
    return "(SELECT string_agg(release_id, ',') FROM %s.published_release)".formatted(schema);
  }

  private static String held(String schema) throws SQLException {
    try (Connection connection = server.connect("figures")) {
      return PostgresServer.texts(connection, contents(schema)).get(0);
    }
  }

  @Test
  void shouldHoldEveryCellOfTheRelease() throws SQLException {
    // when
    Outcome published = publish("cells");

    // then
    assertThat(published.err()).isEmpty();
    assertThat(published.out())
        .startsWith(
            "published release 2024-06-01.1 (as of 2024-06-01, as known at 2024-06-01) to "
                + server.address("figures")
                + "\n");
    Tables tables = new Tables(spark().newSession(), force.path("warehouse").toString());
    tables.name();
    try (Connection connection = server.connect("figures")) {
      for (PublishedTable table : PublishedTable.all()) {
        List<List<Object>> expected = rows(tables.spark().table(table.relation().fullName()));
        List<List<Object>> actual = rows(connection, "cells." + table.name());
        assertThat(actual).as(table.name()).hasSameSizeAs(expected).isNotEmpty();
        assertThat(new HashSet<>(actual)).as(table.name()).isEqualTo(new HashSet<>(expected));
        assertThat(published.out())
            .containsPattern(
                "cells\\.%s +%2$,d rows, +%2$,d of them written"
                    .formatted(table.name(), expected.size()));
      }
      assertThat(
              PostgresServer.texts(
                  connection,
                  "SELECT DISTINCT area_name_zh || area_name_en FROM cells.period_facts WHERE area = '101'"))
          .containsExactly("东街East \\ \"Street\"");
      assertThat(
              PostgresServer.texts(
                  connection,
                  "SELECT (release_id, as_of, known_at, years, force_code, force_name_zh, force_name_en)::text FROM cells.published_release"))
          .containsExactly("(2024-06-01.1,2024-06-01,2024-06-01,2,smallton,小城,Smallton)");
    }
  }

  private static List<List<Object>> rows(Dataset<Row> rows) {
    return rows.collectAsList().stream()
        .map(row -> IntStream.range(0, row.size()).mapToObj(row::get).toList())
        .toList();
  }

  private static List<List<Object>> rows(Connection connection, String table) throws SQLException {
    List<List<Object>> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT * FROM " + table)) {
      while (result.next()) {
        List<Object> row = new ArrayList<>();
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
          row.add(result.getObject(column));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  @Test
  void shouldCarryTypesKeysAndComments() throws SQLException {
    // when
    publish("described");

    // then
    try (Connection connection = server.connect("figures")) {
      assertThat(
              PostgresServer.texts(
                  connection,
                  """
                  SELECT format('%s %s %s', attname, format_type(atttypid, atttypmod), attnotnull)
                  FROM pg_attribute
                  WHERE attrelid = 'described.zero_days'::regclass AND attnum > 0"""))
          .startsWith("as_of date t", "window text t", "year integer t")
          .contains("days integer f", "longest_run_from date f");
      assertThat(
              PostgresServer.texts(
                  connection,
                  """
                  SELECT format('%s %s', conrelid::regclass, pg_get_constraintdef(oid))
                  FROM pg_constraint WHERE connamespace = 'described'::regnamespace"""))
          .hasSize(2 + PublishedTable.all().size())
          .contains(
              "described.headline PRIMARY KEY (as_of, \"window\", area_level, area, category_group, metric)",
              "described.releases PRIMARY KEY (release_id)");
      assertThat(
              PostgresServer.texts(
                  connection,
                  """
                  SELECT coalesce(col_description(attrelid, attnum), 'none of ' || attrelid::regclass || '.' || attname)
                  FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
                  WHERE relnamespace = 'described'::regnamespace AND relkind = 'r' AND attnum > 0
                  UNION ALL
                  SELECT coalesce(obj_description(oid), 'none of ' || oid::regclass)
                  FROM pg_class WHERE relnamespace = 'described'::regnamespace AND relkind = 'r'"""))
          .contains(
              "现案破案率 95% 置信下限 | Cohort clearance rate: lower bound | share | 95 % Wilson interval",
              "同期窗口：每个截止日、窗口和年份一行 | Same periods: one row per last day counted, window and year")
          .allMatch(it -> it.matches("(?s).*\\p{IsHan}.* \\| .*[A-Za-z].*"));
    }
  }

  @Test
  void shouldShowReadersOneReleaseInEveryTable() throws Exception {
    // given
    publish("polled", "--release", FIRST);
    server.execute(
        "figures",
        "GRANT USAGE ON SCHEMA polled TO visitor",
        "GRANT SELECT ON ALL TABLES IN SCHEMA polled TO visitor",
        "CREATE VIEW public.of_others AS SELECT max(as_of) AS newest FROM polled.headline");
    String first = held("polled");
    Map<String, AtomicInteger> seen = new ConcurrentHashMap<>();
    AtomicBoolean isOver = new AtomicBoolean();
    CompletableFuture<Void> reader = CompletableFuture.runAsync(() -> poll("polled", seen, isOver));

    // when
    List<Outcome> published = new ArrayList<>();
    published.add(publish("polled"));
    final String second = held("polled");
    published.add(publish("polled", "--release", FIRST, "--replace-newer"));
    published.add(publish("polled"));
    isOver.set(true);
    reader.get(60, TimeUnit.SECONDS);

    // then
    assertThat(published).allSatisfy(it -> assertThat(it.err()).isEmpty());
    assertThat(first).endsWith(FIRST);
    assertThat(second).endsWith(SECOND);
    assertThat(seen).containsOnlyKeys(first, second);
    try (Connection connection = server.connect("figures")) {
      assertThat(PostgresServer.texts(connection, "SELECT newest FROM public.of_others"))
          .containsExactly("2024-06-01");
    }
  }

  /** Reads all tables again and again, in one statement or in one transaction, and never waits. */
  private static void poll(String schema, Map<String, AtomicInteger> seen, AtomicBoolean isOver) {
    try (Connection connection =
        DriverManager.getConnection(
            server.address("figures") + "?options=-c%20lock_timeout=1s", "visitor", "visitor")) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      while (!isOver.get()) {
        count(seen, PostgresServer.texts(connection, contents(schema)).get(0));
        connection.commit();
        StringBuilder apart = new StringBuilder();
        for (PublishedTable table : PublishedTable.all()) {
          String content = PostgresServer.texts(connection, content(schema, table)).get(0);
          apart.append(apart.isEmpty() ? "" : " ").append(table.name()).append('=').append(content);
        }
        count(seen, apart + PostgresServer.texts(connection, "SELECT " + release(schema)).get(0));
        connection.commit();
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("polling", failure);
    }
  }

  private static void count(Map<String, AtomicInteger> seen, String contents) {
    seen.computeIfAbsent(contents, it -> new AtomicInteger()).incrementAndGet();
  }

  @Test
  void shouldWriteOnlyTheDaysThatHaveChanged() throws SQLException {
    // given
    publish("whole");
    publish("daily", "--release", FIRST);

    // when
    Outcome second = publish("daily");
    Outcome again = publish("daily");

    // then
    assertThat(held("daily")).isEqualTo(held("whole"));
    long whole = rows("whole.period_facts");
    assertThat(second.out())
        .containsPattern("daily.period_facts +%d rows, +%d of".formatted(whole, whole / 2));
    assertThat(again.out())
        .containsPattern("daily.period_facts +%d rows, +0 of them written".formatted(whole));
  }

  private static long rows(String table) throws SQLException {
    try (Connection connection = server.connect("figures")) {
      return Long.parseLong(
          PostgresServer.texts(connection, "SELECT count(*) FROM " + table).get(0));
    }
  }

  @Test
  void shouldLeaveTheReleaseBeforeWhenKilledAndLetNobodyElseIn() throws Exception {
    // given
    publish("killed", "--release", FIRST);
    String first = held("killed");
    ProcessBuilder process =
        JavaProcess.of(
            Main.class,
            List.of(
                "publish",
                "--conf",
                force.path("tongqi.yaml").toString(),
                "--to",
                server.address("figures"),
                "--schema",
                "killed"));
    process.environment().putAll(Map.of("PGUSER", USER, "PGPASSWORD", PASSWORD));
    Outcome other;
    try (Connection blocker = server.connect("figures");
        Connection watch = server.connect("figures")) {
      blocker.setAutoCommit(false);
      PostgresServer.texts(blocker, "SELECT release_id FROM killed.published_release FOR UPDATE");

      // when
      Process publisher = process.inheritIO().start();
      awaitThat(watch, "EXISTS (SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock')");
      other = publish("killed");
      publisher.destroyForcibly().waitFor();
      blocker.rollback();
      awaitThat(
          watch,
          "NOT EXISTS (SELECT FROM pg_stat_activity WHERE application_name = 'tongqi publish')");
    }

    // then
    assertThat(held("killed")).isEqualTo(first);
    assertThat(other.code()).isEqualTo(75);
    assertThat(other.err())
        .startsWith(
            "tongqi: publishing to %s: somebody else publishes into the schema killed now (process "
                .formatted(server.address("figures")))
        .endsWith("); run it again when that has ended\n");
    assertThat(publish("killed").code()).isZero();
    assertThat(held("killed")).endsWith(SECOND);
  }

  private static void awaitThat(Connection connection, String condition)
      throws SQLException, InterruptedException {
    for (int attempt = 0; attempt < 3_000; attempt++) {
      if (PostgresServer.texts(connection, "SELECT " + condition).contains("t")) {
        return;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("awaited in vain: " + condition);
  }

  @Test
  void shouldRefuseToReplaceWhatItShouldNot() throws SQLException {
    // given
    publish("guarded");
    String second = held("guarded");
    server.execute(
        "figures",
        "CREATE SCHEMA foreigners AUTHORIZATION publisher",
        "CREATE TABLE foreigners.records (title text)");

    // when
    Outcome older = publish("guarded", "--release", FIRST);
    Outcome foreign = publish("foreigners");
    force.edit("tongqi.yaml", "code: smallton", "code: bigton");
    Outcome anotherForce = publish("guarded");
    force.edit("tongqi.yaml", "code: bigton", "code: smallton");

    // then
    assertThat(List.of(older.code(), foreign.code(), anotherForce.code())).containsOnly(2);
    assertThat(older.err())
        .endsWith(
            "the schema guarded holds release 2024-06-01.1, which is newer; --replace-newer replaces it all the same\n");
    assertThat(foreign.err())
        .endsWith(
            "the schema foreigners holds a table records that Tongqi did not make; name another schema by --schema\n");
    assertThat(anotherForce.err())
        .endsWith(
            "the schema guarded holds a release of smallton; name another schema by --schema\n");
    assertThat(held("guarded")).isEqualTo(second);
  }

  @Test
  void shouldMakeATableAnewWhoseColumnsHaveChanged() throws SQLException {
    // given
    publish("changed");
    String before = held("changed");
    server.execute(
        "figures",
        "ALTER TABLE changed.headline DROP COLUMN rank",
        "CREATE VIEW changed.dependent AS SELECT * FROM changed.headline");

    // when
    Outcome refused = publish("changed");
    server.execute("figures", "DROP VIEW changed.dependent");
    Outcome published = publish("changed");

    // then
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err())
        .contains("columns have changed", "view dependent depends on table headline")
        .endsWith("); drop that, publish, and create it again\n");
    assertThat(published.err()).isEmpty();
    assertThat(held("changed")).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jdbc:mysql://host/figures | tongqi | 2 | publishing to jdbc:mysql://host/figures: that is no address of a database of PostgreSQL; write jdbc:postgresql://HOST/DATABASE",
        "jdbc:postgresql://me:hidden@host/figures | tongqi | 2 | publishing to jdbc:postgresql://…@host/figures: that is no address",
        "jdbc:postgresql://127.0.0.1:1/figures?password=hidden | tongqi | 75 | publishing to jdbc:postgresql://127.0.0.1:1/figures: the server does not answer, or not now (Connection to 127.0.0.1:1 refused.",
        "figures?user=publisher&password=hidden | tongqi | 2 | the server refuses user or password (password authentication failed for user \"publisher\"); correct PGUSER and PGPASSWORD",
        "figures?user=publisher | tongqi | 2 | the server refuses user or password (The server requested SCRAM-based authentication, but no password was provided",
        "nowhere?user=publisher&password=se%40cret | tongqi | 2 | there is no such database (database \"nowhere\" does not exist); create it",
        "figures?user=visitor&password=visitor | tongqi | 2 | the user may not do this (permission denied for database figures); who publishes needs CREATE on the database",
        "western?user=publisher&password=se%40cret | tongqi | 2 | the database needs the encoding UTF8",
        "figures?user=publisher&password=se%40cret | pg_mine | 2 | publishing into the schema pg_mine: that is no name for one; use lower-case letters",
      })
  void shouldTellWhatIsWrongWithTheDatabase(String to, String schema, int code, String words) {
    String address = to.startsWith("jdbc:") ? to : server.address(to);

    Outcome refused = force.run("publish", "--to", address, "--schema", schema);

    assertThat(refused.code()).as(refused.err()).isEqualTo(code);
    assertThat(refused.err()).contains(words).hasLineCount(1).doesNotContain("hidden", "se%40");
  }
}
