package io.tongqi.runs;

import io.tongqi.faults.TryAgainException;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * The events of runs, {@code silver.runs}. One run at a time may write a warehouse: it claims it,
 * extends its claim by heartbeats, and ends it. Each event is decided on by all earlier ones, and
 * added only if none came in between, which Delta's commits tell on every storage.
 */
record Runs(Tables tables, String runId, String command, Driver driver) {
  /** How long a claim holds without a heartbeat. */
  static final Duration LIFETIME = Duration.ofMinutes(5);

  private static final List<String> READ =
      List.of("run_id", "event", "command", "host", "process", "expires_at");

  /** A run that has claimed and not ended. */
  private record Open(String runId, String command, Driver driver, Instant expiresAt) {
    boolean isAlive(Instant now) {
      return now.isBefore(expiresAt) && !driver.isGone();
    }

    String text() {
      return "writing the tables: run %s holds them, process %s on %s, until %s unless it extends its claim; run it again when that run has ended, or with --wait"
          .formatted(runId, driver.process(), driver.host(), expiresAt);
    }
  }

  /**
   * Claims the warehouse; ends the runs whose claims expired, or whose process is gone.
   *
   * @throws TryAgainException when another run holds it
   */
  void claim(Instant now) {
    tables.appendDecided(
        Table.RUNS,
        READ,
        held -> {
          Map<String, Open> open = open(held);
          if (open.remove(runId) != null) {
            return List.of();
          }
          List<String> living =
              open.values().stream().filter(it -> it.isAlive(now)).map(Open::text).toList();
          if (!living.isEmpty()) {
            throw new TryAgainException(living);
          }
          List<Row> events = new ArrayList<>();
          open.values()
              .forEach(it -> events.add(end(it.runId, it.command, it.driver, now, "abandoned")));
          events.add(extending("claim", now));
          return events;
        });
  }

  /**
   * Extends the claim.
   *
   * @throws TryAgainException when another run has taken over
   */
  void extend(Instant now) {
    tables.appendDecided(
        Table.RUNS,
        READ,
        held -> {
          if (!open(held).containsKey(runId)) {
            throw new TryAgainException(
                List.of(
                    "extending the claim of run %s: it had expired and another run has taken over; nothing that this run wrote since is released; run it again when the other one has ended"
                        .formatted(runId)));
          }
          return List.of(extending("heartbeat", now));
        });
  }

  /** Notes a run that could not claim the warehouse, because another one holds it. */
  void leave(Instant now, int exitCode) {
    tables.appendDecided(
        Table.RUNS,
        READ,
        held -> List.of(event(runId, "end", now, command, driver, null, "failed", exitCode, null)));
  }

  /** Ends the run, unless another one did that which took over. */
  void end(Instant now, String status, int exitCode, String document) {
    tables.appendDecided(
        Table.RUNS,
        READ,
        held ->
            open(held).containsKey(runId)
                ? List.of(
                    event(runId, "end", now, command, driver, null, status, exitCode, document))
                : List.of());
  }

  private static Map<String, Open> open(List<Row> events) {
    Map<String, Open> open = new LinkedHashMap<>();
    for (Row event : events) {
      if (!event.<String>getAs("event").equals("end")) {
        Open claimed =
            new Open(
                event.getAs("run_id"),
                event.getAs("command"),
                new Driver(event.getAs("host"), event.<Long>getAs("process")),
                event.<Timestamp>getAs("expires_at").toInstant());
        open.merge(claimed.runId(), claimed, (a, b) -> a.expiresAt.isAfter(b.expiresAt) ? a : b);
      }
    }
    events.stream()
        .filter(it -> it.<String>getAs("event").equals("end"))
        .forEach(it -> open.remove(it.<String>getAs("run_id")));
    return open;
  }

  private Row extending(String event, Instant now) {
    return event(runId, event, now, command, driver, now.plus(LIFETIME), null, null, null);
  }

  private static Row end(String runId, String command, Driver driver, Instant now, String status) {
    return event(runId, "end", now, command, driver, null, status, null, null);
  }

  private static Row event(
      String runId,
      String event,
      Instant at,
      String command,
      Driver driver,
      Instant expiresAt,
      String status,
      Integer exitCode,
      String document) {
    return RowFactory.create(
        runId,
        event,
        Timestamp.from(at),
        command,
        driver.host(),
        driver.process(),
        expiresAt == null ? null : Timestamp.from(expiresAt),
        status,
        exitCode,
        document);
  }
}
