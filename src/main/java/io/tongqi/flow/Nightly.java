package io.tongqi.flow;

import io.tongqi.faults.DataRefusedException;
import io.tongqi.figures.Compare;
import io.tongqi.figures.CoverageReport;
import io.tongqi.figures.Request;
import io.tongqi.ingest.Batches;
import io.tongqi.ledger.ReferenceTables;
import io.tongqi.release.Release;
import io.tongqi.release.Releases;
import io.tongqi.release.Retention;
import io.tongqi.report.RunLog;
import io.tongqi.settings.Settings;
import io.tongqi.tables.DataDictionary;
import io.tongqi.tables.Tables;
import java.time.LocalDate;
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
    open();
    Refused refused = ingest(Set.of(), asOf);
    compare(new Request(asOf, knownAt, Optional.empty()));
    released.accept(release(asOf, knownAt));
    refused.end();
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
  public Refused ingest(Set<String> remapped, LocalDate asOf) {
    return new Ingestion(spark, tables, settings, log).run(remapped, asOf);
  }

  /** Computes the figures as of a day, from all batches or those of a release. */
  public void compare(Request request) {
    log.step("compare", () -> new Compare(spark, tables, settings).run(request));
    log.silences(CoverageReport.silences(tables));
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
