package io.tongqi.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.JavaProcess;
import io.tongqi.SparkTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Driver processes that commit to the same log at the same time. */
class RaceIT extends SparkTest {
  private static final String BUCKET = "race";
  private static final int VERSIONS = 1_000;
  private static final int AT_A_TIME = 10;
  private static final int APPENDS = 5;

  @TempDir private static Path folder;
  private static S3Server server;

  @BeforeAll
  static void start() throws IOException {
    server = new S3Server(folder);
    server.configure(spark().sparkContext().hadoopConfiguration(), BUCKET, server.endpoint());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void shouldGiveEachVersionToOneOfSeveralDrivers() throws Exception {
    // given
    Path log = server.bucket(BUCKET).resolve("log");
    List<String> winners = new ArrayList<>();

    // when
    try (Driver left = contender("left");
        Driver right = contender("right")) {
      for (int first = 0; first < VERSIONS; first += AT_A_TIME) {
        String versions = "%d %d".formatted(first, first + AT_A_TIME - 1);
        left.say(versions);
        right.say(versions);
        winners.addAll(answers(left));
        winners.addAll(answers(right));
      }
    }

    // then
    assertThat(winners).hasSize(VERSIONS);
    for (String winner : winners) {
      long version = Long.parseLong(StringUtils.substringBefore(winner, ":"));
      assertThat(log.resolve("%020d.json".formatted(version))).hasContent(winner + "\n");
    }
    try (Stream<Path> files = Files.list(log)) {
      assertThat(files).hasSize(VERSIONS);
    }
    for (String driver : List.of("left", "right")) {
      assertThat(winners).as("the race is one").anyMatch(it -> it.contains(driver));
    }
  }

  @Test
  void shouldLoseNoCommitOfDelta() throws Exception {
    // given
    String table = "s3a://" + BUCKET + "/table";
    spark().range(0, 1).write().format("delta").save(table);

    // when
    try (Driver other = Driver.start(Appender.class, List.of(server.endpoint(), table))) {
      other.answer();
      other.say(String.valueOf(APPENDS));
      Appender.append(spark(), table, APPENDS);
      other.answer();
    }

    // then
    assertThat(spark().read().format("delta").load(table).count()).isEqualTo(1 + 2 * APPENDS);
    try (Stream<Path> files = Files.list(server.bucket(BUCKET).resolve("table/_delta_log"))) {
      assertThat(files.filter(it -> it.toString().endsWith(".json"))).hasSize(1 + 2 * APPENDS);
    }
  }

  private static List<String> answers(Driver driver) throws IOException {
    return List.of(StringUtils.split(driver.answer()));
  }

  private static Driver contender(String name) throws IOException {
    return Driver.start(
        Contender.class, List.of(server.endpoint(), "s3a://" + BUCKET + "/log", name));
  }

  /** A process that is told and answers by lines. */
  private record Driver(Process process, Writer input, BufferedReader output)
      implements AutoCloseable {
    static Driver start(Class<?> main, List<String> arguments) throws IOException {
      ProcessBuilder builder =
          JavaProcess.of(main, arguments).redirectError(ProcessBuilder.Redirect.DISCARD);
      builder.environment().putAll(S3Server.CREDENTIALS);
      Process process = builder.start();
      return new Driver(
          process,
          process.outputWriter(StandardCharsets.UTF_8),
          process.inputReader(StandardCharsets.UTF_8));
    }

    void say(String line) throws IOException {
      input.write(line + "\n");
      input.flush();
    }

    String answer() throws IOException {
      String line = output.readLine();
      assertThat(line).as("the driver answers").isNotNull();
      return line;
    }

    @Override
    public void close() throws IOException {
      input.close();
      process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
    }
  }
}
