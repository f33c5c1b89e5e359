package io.tongqi.runs;

import io.tongqi.faults.FaultsException;
import io.tongqi.faults.SettingsException;
import io.tongqi.faults.StorageFaults;
import io.tongqi.faults.TryAgainException;
import io.tongqi.tables.Pause;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.ParentNotDirectoryException;
import org.apache.spark.sql.SparkSession;

/**
 * The right to write a warehouse, which one run has at a time. It is extended by heartbeats as long
 * as the process lives; of a run that is gone it expires.
 */
public final class Claim {
  private static final int TRY_AGAIN = 75;
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final Runs runs;
  private final InstantSource clock;
  private final ScheduledExecutorService heart =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "heartbeat");
            thread.setDaemon(true);
            return thread;
          });
  private Instant expiresAt;
  private TryAgainException loss;

  private Claim(Runs runs, InstantSource clock, Instant claimedAt) {
    this.runs = runs;
    this.clock = clock;
    this.expiresAt = claimedAt.plus(Runs.LIFETIME);
  }

  /**
   * Claims a warehouse, whose table of runs is created if it is missing.
   *
   * @param runId names the run for ever
   * @param wait how long to wait while another run holds the warehouse
   * @throws TryAgainException when another run holds it, or the storage does not answer
   * @throws SettingsException when the warehouse cannot be written
   */
  public static Claim take(
      Tables tables, String runId, String command, InstantSource clock, Duration wait) {
    Runs runs = new Runs(tables, runId, command, Driver.ofThisProcess());
    Instant until = clock.instant().plus(wait);
    try {
      tables.create(Table.RUNS);
      while (true) {
        Instant now = clock.instant();
        try {
          runs.claim(now);
          Claim claim = new Claim(runs, clock, now);
          claim.beat(tables.spark());
          return claim;
        } catch (TryAgainException held) {
          if (!now.isBefore(until)) {
            runs.leave(now, TRY_AGAIN);
            throw held;
          }
          Pause.of(PAUSE, "waiting for the tables was interrupted; run it again");
        }
      }
    } catch (RuntimeException failure) {
      throw told(tables.warehouse(), failure);
    }
  }

  private static RuntimeException told(String warehouse, RuntimeException failure) {
    if (failure instanceof FaultsException) {
      return failure;
    }
    Optional<FaultsException> told = StorageFaults.told(failure);
    if (told.isPresent()) {
      return told.get();
    }
    boolean isUnfit =
        ExceptionUtils.getThrowableList(failure).stream()
            .anyMatch(
                it ->
                    it instanceof FileNotFoundException
                        || it instanceof FileAlreadyExistsException
                        || it instanceof ParentNotDirectoryException);
    String root = ExceptionUtils.getRootCauseMessage(failure);
    if (isUnfit) {
      return new SettingsException(
          List.of(
              "claiming %s: the warehouse cannot be written (%s); correct the path or its permissions"
                  .formatted(warehouse, root)));
    }
    return ExceptionUtils.indexOfType(failure, IOException.class) < 0
        ? failure
        : new TryAgainException(
            List.of(
                "claiming %s: the storage failed (%s); run it again when it is back"
                    .formatted(warehouse, root)));
  }

  private void beat(SparkSession spark) {
    long third = Runs.LIFETIME.dividedBy(3).toSeconds();
    var unused =
        heart.scheduleAtFixedRate(
            () -> {
              SparkSession.setActiveSession(spark);
              spark.sparkContext().setJobDescription("heartbeat");
              extend();
            },
            third,
            third,
            TimeUnit.SECONDS);
  }

  /**
   * Makes sure, before a step begins, that the run still may write.
   *
   * @throws TryAgainException when another run has taken over
   */
  public synchronized void check() {
    if (loss == null && isExpired()) {
      extend();
    }
    if (loss == null && isExpired()) {
      loss =
          new TryAgainException(
              List.of(
                  "extending the claim of run %s: the storage failed until it expired at %s; run it again when the storage is back"
                      .formatted(runs.runId(), expiresAt)));
    }
    if (loss != null) {
      throw loss;
    }
  }

  private boolean isExpired() {
    return !clock.instant().isBefore(expiresAt);
  }

  /** Ends the run: how, with which exit code, and what it did as JSON. */
  public void end(String status, int exitCode, String document) {
    heart.shutdown();
    synchronized (this) {
      runs.end(clock.instant(), status, exitCode, document);
    }
  }

  private synchronized void extend() {
    try {
      if (!heart.isShutdown()) {
        Instant now = clock.instant();
        runs.extend(now);
        expiresAt = now.plus(Runs.LIFETIME);
      }
    } catch (TryAgainException lost) {
      loss = lost;
    } catch (RuntimeException failure) {
      System.err.printf(
          "tongqi: extending the claim of run %s failed: %s; another run may take over at %s%n",
          runs.runId(), failure.getMessage(), expiresAt);
    }
  }
}
