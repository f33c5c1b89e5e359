package io.tongqi.command;

import static java.util.Collections.nCopies;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongqi.SmallForce;
import io.tongqi.SmallForce.Outcome;
import io.tongqi.SparkTest;
import io.tongqi.faults.TryAgainException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaseIT extends SparkTest {
  private static final Instant NOON = Instant.parse("2024-06-30T12:00:00Z");
  private static final Instant AFTERWARDS = NOON.plus(Lease.LIFETIME);

  @TempDir private Path folder;

  @Test
  void shouldBeHeldByOneRunAtATime() {
    try (Lease held = take(NOON)) {
      assertThat(held).isNotNull();
      assertThatThrownBy(() -> take(NOON.plusSeconds(299)))
          .isInstanceOf(TryAgainException.class)
          .hasMessageContaining("writing the tables: another run holds them, process ")
          .hasMessageContaining(" until 2024-06-30T12:05:00Z unless it renews its lease ");
    }
  }

  @Test
  void shouldBeFreeOnceItIsGivenBack() {
    take(NOON).close();

    take(NOON).close();
    assertThat(folder.resolve("warehouse")).isEmptyDirectory();
  }

  @Test
  void shouldBeTakenOverOnceItWasNotRenewedForItsLifetime() {
    try (Lease dead = take(NOON);
        Lease heir = take(AFTERWARDS)) {
      assertThat(heir).isNotSameAs(dead);
    }
  }

  @Test
  void shouldBeTakenOverFromAProcessOfThisHostThatIsGone() throws IOException {
    try (Lease gone = take(NOON)) {
      assertThat(gone).isNotNull();
      Path file = claims().get(0);
      String process = String.valueOf(ProcessHandle.current().pid());
      rewrite(file, Files.readString(file).replace(process, String.valueOf(Integer.MAX_VALUE)));

      take(NOON).close();
    }
  }

  @Test
  void shouldHaveTheCommandTriedAgainWhileAnotherRunHoldsTheTables() throws IOException {
    // Given
    emptyTables(folder.resolve("warehouse"));
    SmallForce force =
        new SmallForce(folder).deliver("calls-2024-01.csv", "A1,1,101,bicycle,2024-01-05,,,");
    rewrite(
        folder.resolve("warehouse/run.lease"),
        "{\"host\": \"elsewhere\", \"process\": 7, \"renewed_at\": \"%s\"}"
            .formatted(Instant.now()));

    // When
    Outcome held = force.run("ingest");
    Files.delete(folder.resolve("warehouse/run.lease"));
    Outcome free = force.run("ingest");

    // Then
    assertThat(held.code()).isEqualTo(75);
    assertThat(held.err())
        .startsWith(
            "tongqi: writing the tables: another run holds them, process 7 on elsewhere, until ")
        .contains("; run it again when that run has ended");
    assertThat(free.code()).isZero();
    assertThat(claims()).isEmpty();
  }

  @Test
  void shouldPassToOneOfManyThatTakeItFromADeadHolder() throws Exception {
    int takers = 8;
    ExecutorService threads = Executors.newFixedThreadPool(takers);
    try {
      for (int round = 0; round < 25; round++) {
        // Given
        Lease dead = take(NOON);
        CyclicBarrier start = new CyclicBarrier(takers);
        Callable<Optional<Lease>> taker = () -> takeWhenAllAreReady(start);

        // When
        List<Lease> heirs = new ArrayList<>();
        for (Future<Optional<Lease>> taken : threads.invokeAll(nCopies(takers, taker))) {
          taken.get().ifPresent(heirs::add);
        }

        // Then
        assertThat(heirs).as("round " + round).hasSize(1);
        assertThat(claims()).as("round " + round).hasSize(1);
        assertThatThrownBy(() -> take(AFTERWARDS)).isInstanceOf(TryAgainException.class);
        heirs.get(0).close();
        dead.close();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private Optional<Lease> takeWhenAllAreReady(CyclicBarrier start) throws Exception {
    start.await(60, SECONDS);
    try {
      return Optional.of(take(AFTERWARDS));
    } catch (TryAgainException held) {
      return Optional.empty();
    }
  }

  private List<Path> claims() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("warehouse"))) {
      return files.filter(it -> it.getFileName().toString().matches("run.*\\.lease")).toList();
    }
  }

  private static void rewrite(Path file, String text) throws IOException {
    Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));
    Files.writeString(file, text);
  }

  private Lease take(Instant now) {
    return Lease.take(
        folder.resolve("warehouse").toString(), new Configuration(), InstantSource.fixed(now));
  }
}
