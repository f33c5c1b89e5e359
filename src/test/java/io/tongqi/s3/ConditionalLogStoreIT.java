package io.tongqi.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongqi.s3.UnreliableNetwork.Mishap;
import io.tongqi.s3.UnreliableNetwork.Weather;
import io.tongqi.tables.ConditionalLogStore;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.s3a.AWSServiceThrottledException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers that do not tell whether a commit landed. */
class ConditionalLogStoreIT {
  /** Its clients try again, as they do by default. */
  private static final String PATIENT = "patient";

  /** Its clients try once. */
  private static final String IMPATIENT = "impatient";

  private static final int THREADS = 4;

  @TempDir private static Path folder;
  private static S3Server server;
  private static UnreliableNetwork network;
  private static Configuration configuration;

  @BeforeAll
  static void start() throws IOException {
    server = new S3Server(folder);
    network = new UnreliableNetwork(server.endpoint());
    configuration = new Configuration();
    server.configure(configuration, PATIENT, network.endpoint());
    server.configure(configuration, IMPATIENT, network.endpoint());
    for (String limit : List.of("retry.limit", "retry.throttle.limit", "attempts.maximum")) {
      configuration.set(S3Server.option(IMPATIENT, limit), "1");
    }
  }

  @BeforeEach
  void clearUp() {
    network.weather((method, path) -> Mishap.NONE);
  }

  @AfterAll
  static void stop() {
    network.close();
    server.close();
  }

  @Test
  void shouldNotOverwriteUnlessTold() throws IOException {
    // given
    write(PATIENT, "plain.json", "ours");

    // when
    assertThatThrownBy(() -> write(PATIENT, "plain.json", "theirs"))
        .isInstanceOf(FileAlreadyExistsException.class);

    // then
    assertThat(file(PATIENT, "plain.json")).hasContent("ours\n");

    // when
    new ConditionalLogStore(configuration)
        .write(path(PATIENT, "plain.json"), List.of("newer").iterator(), true, configuration);

    // then
    assertThat(file(PATIENT, "plain.json")).hasContent("newer\n");
  }

  @Test
  void shouldGiveEachFileToOneOfSeveralThreads() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    for (int version = 0; version < 20; version++) {
      // given
      String name = "contended-%d.json".formatted(version);
      List<Callable<Optional<String>>> writers = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        String content = "of thread " + thread;
        writers.add(() -> committed(name, content));
      }

      // when
      List<String> winners = new ArrayList<>();
      for (Future<Optional<String>> outcome : threads.invokeAll(writers)) {
        outcome.get().ifPresent(winners::add);
      }

      // then
      assertThat(winners).hasSize(1);
      assertThat(file(PATIENT, name)).hasContent(winners.get(0) + "\n");
    }
    threads.shutdown();
  }

  @Test
  void shouldKnowItsOwnCommitWhenItsRepetitionIsRefused() throws IOException {
    // given
    network.weather(once(Mishap.REPLY_LOST));

    // when
    write(PATIENT, "repeated.json", "ours");

    // then
    assertThat(file(PATIENT, "repeated.json")).hasContent("ours\n");
  }

  @Test
  void shouldKnowItsOwnCommitWhenEveryReplyIsLost() throws IOException {
    // given
    network.weather((method, path) -> method.equals("PUT") ? Mishap.REPLY_LOST : Mishap.NONE);

    // when
    write(IMPATIENT, "lost.json", "ours");

    // then
    assertThat(file(IMPATIENT, "lost.json")).hasContent("ours\n");
  }

  @Test
  void shouldTellThatAnotherWriterWonWhenTheReplyIsLost() throws IOException {
    // given
    write(IMPATIENT, "taken.json", "theirs");
    network.weather((method, path) -> method.equals("PUT") ? Mishap.REPLY_LOST : Mishap.NONE);

    // then
    assertThatThrownBy(() -> write(IMPATIENT, "taken.json", "ours"))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(file(IMPATIENT, "taken.json")).hasContent("theirs\n");
  }

  @Test
  void shouldWriteAgainAfterAConflictThatNobodyWon() throws IOException {
    // given
    network.weather(once(Mishap.CONFLICT));

    // when
    write(IMPATIENT, "conflict.json", "ours");

    // then
    assertThat(file(IMPATIENT, "conflict.json")).hasContent("ours\n");
  }

  @Test
  void shouldTellWhatWentWrongWhenNothingLanded() {
    // given
    network.weather((method, path) -> method.equals("PUT") ? Mishap.SLOW_DOWN : Mishap.NONE);

    // then
    assertThatThrownBy(() -> write(IMPATIENT, "throttled.json", "ours"))
        .isInstanceOf(AWSServiceThrottledException.class);
    assertThat(file(IMPATIENT, "throttled.json")).doesNotExist();
  }

  /** A mishap of the first write of each file. */
  private static Weather once(Mishap mishap) {
    Set<String> met = ConcurrentHashMap.newKeySet();
    return (method, path) -> method.equals("PUT") && met.add(path) ? mishap : Mishap.NONE;
  }

  private static Optional<String> committed(String name, String content) throws IOException {
    try {
      write(PATIENT, name, content);
      return Optional.of(content);
    } catch (FileAlreadyExistsException lost) {
      return Optional.empty();
    }
  }

  private static void write(String bucket, String name, String content) throws IOException {
    new ConditionalLogStore(configuration)
        .write(path(bucket, name), List.of(content).iterator(), false, configuration);
  }

  private static org.apache.hadoop.fs.Path path(String bucket, String name) {
    return new org.apache.hadoop.fs.Path("s3a://%s/_delta_log/%s".formatted(bucket, name));
  }

  private static Path file(String bucket, String name) {
    return server.bucket(bucket).resolve("_delta_log").resolve(name);
  }
}
