package io.tongqi.flow;

import io.tongqi.faults.DataRefusedException;
import io.tongqi.figures.Compare;
import io.tongqi.figures.CoverageReport;
import io.tongqi.figures.Request;
import io.tongqi.ingest.Batches;
import io.tongqi.ledger.ReferenceTables;
import io.tongqi.release.ChangedFigures;
import io.tongqi.release.Housekeeping;
import io.tongqi.release.Release;
import io.tongqi.release.Releases;
import io.tongqi.release.Retention;
import io.tongqi.report.RunLog;
import io.tongqi.settings.Settings;
import io.tongqi.tables.DataDictionary;
import io.tongqi.tables.Registration;
import io.tongqi.tables.Tables;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;

/** The whole flow: deliveries → bronze → ledger → gold → release. */
public final class Nightly {
  private final SparkSession spark;
  private final Tables tables;
  private final Settings settings;
  private final RunLog log;

  /** Runs by these settings and logs each step. */
  public Nightly(SparkSession spark, Tables tables, Settings settings, RunLog log) {
    this.spark = spark;
    this.tables = tables;
    this.settings = settings;
    this.log = log;
  }

  /**
   * Takes in what is new, computes the figures as of a day and releases them.
   *
   * @param released is told the release, before the run ends with what was refused
   * @throws DataRefusedException when the deliveries of a source were refused
   */
  public void run(LocalDate asOf, LocalDate knownAt, Consumer<Release> released) {
    registration().ifPresent(Registration::check);
    open();
    Ingestion.Ingested ingested = ingest(Set.of(), asOf);
    compare(new Request(asOf, knownAt, Optional.empty()));
    tellChanged(ingested.batches(), asOf);
    Release release = release(asOf, knownAt);
    keepHouse(asOf);
    registration()
        .ifPresent(it -> log.step("register", it::run, count -> count + " tables and views"));
    released.accept(release);
    ingested.refused().end();
  }

  /**
   * Computes and releases the figures of those past days that have no release yet, from all that is
   * booked now.
   *
   * @param released is told each release
   */
  public void backfill(List<Request> days, Consumer<Release> released) {
    open();
    Releases releases = new Releases(spark, tables);
    for (Request day : days) {
      releases
          .newest(day.asOf())
          .ifPresentOrElse(
              held ->
                  log.line(
                      "%s is published already, as release %s; --republish publishes it again"
                          .formatted(day.asOf(), held.id())),
              () -> publish(day, released));
    }
  }

  /**
   * Computes and releases the figures of past days once more, from all that is booked now; their
   * earlier releases can still be read.
   *
   * @param released is told each release
   */
  public void republish(List<Request> days, Consumer<Release> released) {
    open();
    days.forEach(day -> publish(day, released));
  }

  private void publish(Request day, Consumer<Release> released) {
    log.step("compare " + day.asOf(), () -> new Compare(spark, tables, settings).run(day));
    released.accept(release(day.asOf(), day.knownAt()));
  }

  /** Creates what tables are missing and removes what unfinished runs left. */
  public void open() {
    log.step("open tables", tables::create);
    log.step(
        "recover",
        new Batches(tables)::discardUnfinished,
        it -> it.isEmpty() ? "" : "removed " + it);
    log.step(
        "reference data",
        () -> new ReferenceTables(tables).update(settings.reference()),
        isChanged -> isChanged ? "changed" : "unchanged");
  }

  /** Takes in what is new, and all of the remapped sources again. */
  public Ingestion.Ingested ingest(Set<String> remapped, LocalDate asOf) {
    return new Ingestion(spark, tables, settings, log).run(remapped, asOf);
  }

  /** Computes the figures as of a day, from all batches or those of a release. */
  public void compare(Request request) {
    log.step("compare", () -> new Compare(spark, tables, settings).run(request));
    log.silences(CoverageReport.silences(tables));
  }

  private Optional<Registration> registration() {
    return settings.schemaPrefix().map(prefix -> new Registration(tables, prefix));
  }

  private void keepHouse(LocalDate asOf) {
    log.step(
        "housekeeping",
        () -> new Housekeeping(tables, settings).run(asOf),
        it -> String.join(", ", it));
  }

  private void tellChanged(List<String> batches, LocalDate asOf) {
    if (!batches.isEmpty()) {
      log.changed(
          log.step(
              "published figures",
              () -> new ChangedFigures(tables).by(batches, asOf),
              it -> it.isEmpty() ? "unchanged" : it.size() + " would change"));
    }
  }

  private Release release(LocalDate asOf, LocalDate knownAt) {
    log.step(
        "retention",
        () -> new Retention(tables).apply(asOf),
        it -> it.isEmpty() ? "" : "removed " + it);
    log.step("dictionary", () -> DataDictionary.update(tables), it -> it ? "changed" : "unchanged");
    return log.step(
        "release", () -> new Releases(spark, tables).publish(settings, asOf, knownAt), Release::id);
  }
}
