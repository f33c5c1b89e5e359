package io.tongqi.flow;

import io.tongqi.faults.DataRefusedException;
import io.tongqi.ingest.Batch;
import io.tongqi.ingest.Batches;
import io.tongqi.ingest.DeliveryPlan;
import io.tongqi.ingest.Ingest;
import io.tongqi.ingest.Receipt;
import io.tongqi.ingest.Receipts;
import io.tongqi.ingest.Settlement;
import io.tongqi.ledger.Posting;
import io.tongqi.report.RunLog;
import io.tongqi.settings.Settings;
import io.tongqi.settings.SourceMapping;
import io.tongqi.tables.Tables;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.SparkSession;

/** Deliveries → bronze → ledger, all sources side by side. */
public final class Ingestion {
  private final SparkSession spark;
  private final Tables tables;
  private final Settings settings;
  private final RunLog log;

  /**
   * What came of it.
   *
   * @param batches those that stand, by their ids
   */
  public record Ingested(List<String> batches, Refused refused) {}

  /** Takes in deliveries by these settings and logs each step. */
  public Ingestion(SparkSession spark, Tables tables, Settings settings, RunLog log) {
    this.spark = spark;
    this.tables = tables;
    this.settings = settings;
    this.log = log;
  }

  /**
   * Takes in what is new of every source. Of a source whose deliveries are refused nothing is
   * booked, the others are.
   *
   * @param remapped sources whose deliveries are all read again
   * @param asOf the last day to count, by which a date is found to lie in the future
   * @return what was taken in, and what was refused, for the end of the run
   * @throws DataRefusedException when something was refused and nothing was booked
   */
  public Ingested run(Set<String> remapped, LocalDate asOf) {
    Refused refused = new Refused();
    List<Batch> posted = List.of();
    try {
      List<Batch> taken =
          present(
              tables.eachApart(
                  "ingest",
                  settings.sources(),
                  (own, it) -> refused.unless(it, () -> take(own, it, remapped, asOf))));
      posted =
          present(
              tables.eachApart(
                  "post", taken, (own, it) -> refused.unless(it.mapping(), () -> post(own, it))));
      List<Batch> standing = posted;
      if (!standing.isEmpty()) {
        log.step("receipts", () -> stand(standing));
      }
      standing.forEach(log::taken);
    } catch (RuntimeException failure) {
      discardUnfinished(failure);
      throw failure;
    }
    if (refused.isAny()) {
      log.step("recover", () -> new Batches(tables).discardUnfinished());
      refused.booked(posted.stream().map(it -> it.mapping().source()).toList());
    }
    return new Ingested(posted.stream().map(Batch::id).toList(), refused);
  }

  private static <T> List<T> present(List<Optional<T>> all) {
    return all.stream().flatMap(Optional::stream).toList();
  }

  /** What cannot be removed now is removed by the next run; the failure itself is what is told. */
  private void discardUnfinished(RuntimeException failure) {
    try {
      new Batches(tables).discardUnfinished();
    } catch (RuntimeException further) {
      failure.addSuppressed(further);
    }
  }

  private Optional<Batch> take(
      Tables own, SourceMapping mapping, Set<String> remapped, LocalDate asOf) {
    DeliveryPlan.Scope scope = DeliveryPlan.Scope.of(mapping, remapped);
    return log.step(
        "ingest " + mapping.source(),
        () -> new Ingest(own.spark(), own, settings, asOf).take(mapping, scope),
        RunLog::described);
  }

  private Optional<Batch> post(Tables own, Batch batch) {
    return Optional.of(
        log.step(
            "post " + batch.mapping().source(),
            () -> new Posting(own.spark(), own, settings).post(batch),
            posted -> ""));
  }

  /** From their receipts on, batches stand; all of them at once. */
  private void stand(List<Batch> batches) {
    Settlement.settle(tables, batches);
    List<Receipt> receipts = batches.stream().flatMap(it -> it.receipts().stream()).toList();
    new Batches(tables)
        .finish(Receipts.rows(spark, receipts), batches.stream().map(Batch::id).sorted().toList());
  }
}
