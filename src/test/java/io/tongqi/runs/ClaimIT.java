package io.tongqi.runs;

import static java.util.Collections.nCopies;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongqi.SparkTest;
import io.tongqi.faults.TryAgainException;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import java.time.Duration;
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
import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

class ClaimIT extends SparkTest {
  private static final Instant NOON = Instant.parse("2024-06-30T12:00:00Z");
  private static final Instant AFTERWARDS = NOON.plus(Runs.LIFETIME);

  @Test
  void shouldBeHeldByOneRunAtATime() {
    // given
    Claim held = take("first", NOON);

    // then
    assertThatThrownBy(() -> take("second", NOON.plusSeconds(299)))
        .isInstanceOf(TryAgainException.class)
        .hasMessageStartingWith("writing the tables: run first holds them, process ")
        .hasMessageContaining(", until 2024-06-30T12:05:00Z unless it extends its claim; ");
    assertThatCode(held::check).doesNotThrowAnyException();
    held.end("done", 0, "{}");
  }

  @Test
  void shouldTellHowARunEndedAndLeaveTheTablesFree() {
    // when
    take("first", NOON).end("refused", 3, "{\"rows\": {\"read\": 7}, \"inputs\": [1, 2]}");
    take("second", NOON.plusSeconds(60)).end("done", 0, "{}");

    // then
    assertThat(
            history(
                "concat_ws(' ', run_id, command, status, exit_code, files, rows_read,"
                    + " timestampdiff(SECOND, started_at, ended_at))"))
        .containsExactly("first nightly refused 3 2 7 0", "second nightly done 0 0");
  }

  @Test
  void shouldBeTakenOverOnceItExpiredFromARunThatThenMayNotGoOn() {
    // given
    AtomicReference<Instant> time = new AtomicReference<>(NOON);
    Claim paused = take("paused", time::get);

    // when
    time.set(AFTERWARDS);
    Claim heir = take("heir", AFTERWARDS);

    // then
    assertThatThrownBy(paused::check)
        .isInstanceOf(TryAgainException.class)
        .hasMessageStartingWith(
            "extending the claim of run paused: it had expired and another run has taken over; ");
    paused.end("failed", 75, "{}");
    heir.end("done", 0, "{}");
    assertThat(history("concat(run_id, ' ', status)"))
        .containsExactly("heir done", "paused abandoned");
  }

  @Test
  void shouldBeExtendedByARunThatWasPausedUntilItExpiredWhenNobodyTookOver() {
    // given
    AtomicReference<Instant> time = new AtomicReference<>(NOON);
    Claim paused = take("paused", time::get);

    // when
    time.set(AFTERWARDS);
    paused.check();

    // then
    assertThatThrownBy(() -> take("second", AFTERWARDS.plusSeconds(299)))
        .isInstanceOf(TryAgainException.class);
    paused.end("done", 0, "{}");
  }

  @Test
  void shouldBeTakenOverFromAProcessOfThisHostThatIsGone() {
    // given
    Driver gone = new Driver(Driver.ofThisProcess().host(), Integer.MAX_VALUE);
    new Runs(tables(), "gone", "nightly", gone).claim(NOON);
    Driver elsewhere = new Driver("elsewhere", Integer.MAX_VALUE);

    // then
    take("second", NOON).end("done", 0, "{}");
    new Runs(tables(), "far", "nightly", elsewhere).claim(NOON);
    assertThatThrownBy(() -> take("third", NOON)).hasMessageContaining("on elsewhere, until ");
  }

  @Test
  void shouldHoldWhenItsEventWasAddedAndTheAnswerLost() {
    // given
    Runs runs = new Runs(tables(), "run", "nightly", Driver.ofThisProcess());
    runs.claim(NOON);

    // when
    runs.claim(NOON);

    // then
    assertThat(tables().read(Table.RUNS).count()).isEqualTo(1);
  }

  @Test
  void shouldWaitForTheRunThatHoldsTheTables() throws Exception {
    // given
    Claim held = take("first", InstantSource.system());
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<Claim> waiting =
          thread.submit(() -> take("second", InstantSource.system(), Duration.ofMinutes(2)));

      // when
      held.end("done", 0, "{}");

      // then
      waiting.get(100, SECONDS).end("done", 0, "{}");
    } finally {
      thread.shutdownNow();
    }
  }

  @Test
  void shouldPassToOneOfManyThatTakeItFromADeadHolder() throws Exception {
    int takers = 4;
    tables();
    ExecutorService threads = Executors.newFixedThreadPool(takers);
    try {
      for (int round = 0; round < 5; round++) {
        // given
        Instant start = NOON.plus(Duration.ofDays(round));
        take("dead " + round, start);
        CyclicBarrier barrier = new CyclicBarrier(takers);
        String name = "heir %d of ".formatted(round);
        Callable<Optional<Claim>> taker =
            () -> {
              barrier.await(60, SECONDS);
              return taken(name + Thread.currentThread().getId(), start.plus(Runs.LIFETIME));
            };

        // when
        List<Claim> heirs = new ArrayList<>();
        for (Future<Optional<Claim>> taken : threads.invokeAll(nCopies(takers, taker))) {
          taken.get().ifPresent(heirs::add);
        }

        // then
        assertThat(heirs).as("round " + round).hasSize(1);
        heirs.get(0).end("done", 0, "{}");
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private Optional<Claim> taken(String runId, Instant now) {
    try {
      return Optional.of(take(runId, now));
    } catch (TryAgainException held) {
      return Optional.empty();
    }
  }

  private List<String> history(String shown) {
    tables().name();
    return spark()
        .sql("SELECT %s FROM silver.run_history ORDER BY run_id".formatted(shown))
        .as(Encoders.STRING())
        .collectAsList();
  }

  private Claim take(String runId, Instant now) {
    return take(runId, InstantSource.fixed(now));
  }

  private Claim take(String runId, InstantSource clock) {
    return take(runId, clock, Duration.ZERO);
  }

  private Claim take(String runId, InstantSource clock, Duration wait) {
    SparkSession.setActiveSession(spark());
    Tables tables = tables();
    return Claim.take(tables, runId, "nightly", clock, wait);
  }
}
