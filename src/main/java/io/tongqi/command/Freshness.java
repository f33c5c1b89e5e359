package io.tongqi.command;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;

import io.tongqi.calendar.DayRange;
import io.tongqi.faults.DataRefusedException;
import io.tongqi.ingest.Receipts;
import io.tongqi.settings.Expectation;
import io.tongqi.settings.Settings;
import io.tongqi.settings.SourceMapping;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import io.tongqi.tables.View;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether what is published is fresh, and what is due has been delivered.
 *
 * @param hours how old the newest release may be
 */
record Freshness(Tables tables, Settings settings, long hours) {
  /**
   * Prints what is fresh.
   *
   * @throws DataRefusedException naming what is not
   */
  void check(Instant now) {
    List<String> faults = new ArrayList<>();
    Optional<Instant> newest = newestRelease();
    Instant oldest = now.minus(Duration.ofHours(hours));
    if (newest.filter(it -> !it.isBefore(oldest)).isEmpty()) {
      faults.add(
          "checking freshness: %s, but a release is wanted every %d hours; see jobs/tongqi runs for what became of the last runs"
              .formatted(
                  newest.map(it -> "the newest release is of " + it).orElse("there is no release"),
                  hours));
    } else {
      System.out.printf("freshness   the newest release is of %s: fine%n", newest.get());
    }
    LocalDate today = LocalDate.ofInstant(now, settings.timeZone());
    for (SourceMapping mapping : settings.sources()) {
      mapping.expects().flatMap(it -> missing(mapping, it, today)).ifPresent(faults::add);
    }
    if (!faults.isEmpty()) {
      throw new DataRefusedException(faults);
    }
  }

  private Optional<Instant> newestRelease() {
    if (!tables.exists(Table.RUNS)) {
      return Optional.empty();
    }
    return Optional.ofNullable(
            tables
                .read(View.RUN_HISTORY)
                .where("release_id IS NOT NULL")
                .agg(max(col("ended_at")))
                .first()
                .<Timestamp>getAs(0))
        .map(Timestamp::toInstant);
  }

  private Optional<String> missing(SourceMapping mapping, Expectation expected, LocalDate today) {
    LocalDate due = expected.coveredOn(today);
    Optional<LocalDate> covered =
        Receipts.read(tables, mapping.source()).standing().stream()
            .flatMap(it -> it.covered().stream())
            .map(DayRange::last)
            .max(LocalDate::compareTo);
    if (covered.filter(it -> !it.isBefore(due)).isPresent()) {
      System.out.printf(
          "freshness   source %s: delivered up to %s: fine%n", mapping.source(), covered.get());
      return Optional.empty();
    }
    return Optional.of(
        "checking freshness: the delivery of source %s for the days up to %s was due on %s and has not come; %s; ask whoever delivers it, or correct expects in %s"
            .formatted(
                mapping.source(),
                due,
                due.plusDays(expected.byDay()),
                covered.map(it -> "the last day covered is " + it).orElse("no day is covered"),
                mapping.file()));
  }
}
