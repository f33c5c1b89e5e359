package io.tongqi.flow;

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

  /** Takes in deliveries by these settings and logs each step. */
  public Ingestion(SparkSession spark, Tables tables, Settings settings, RunLog log) {
    this.spark = spark;
    this.tables = tables;
    this.settings = settings;
    this.log = log;
  }

  /**
   * Takes in what is new of every source; books nothing where the deliveries of one are refused.
   *
   * @param remapped sources whose deliveries are all read again
   */
  public void run(Set<String> remapped) {
    try {
      List<Batch> taken =
          tables
              .eachApart("ingest", settings.sources(), (own, it) -> take(own, it, remapped))
              .stream()
              .flatMap(Optional::stream)
              .toList();
      tables.eachApart("post", taken, this::post);
      if (!taken.isEmpty()) {
        log.step("receipts", () -> stand(taken));
      }
      taken.forEach(log::taken);
    } catch (RuntimeException failure) {
      discardUnfinished(failure);
      throw failure;
    }
  }

  /** What cannot be removed now is removed by the next run; the failure itself is what is told. */
  private void discardUnfinished(RuntimeException failure) {
    try {
      new Batches(tables).discardUnfinished();
    } catch (RuntimeException further) {
      failure.addSuppressed(further);
    }
  }

  private Optional<Batch> take(Tables own, SourceMapping mapping, Set<String> remapped) {
    DeliveryPlan.Scope scope = DeliveryPlan.Scope.of(mapping, remapped);
    return log.step(
        "ingest " + mapping.source(),
        () -> new Ingest(own.spark(), own, settings).take(mapping, scope),
        RunLog::described);
  }

  private Batch post(Tables own, Batch batch) {
    log.step(
        "post " + batch.mapping().source(),
        () -> new Posting(own.spark(), own, settings).post(batch));
    return batch;
  }

  /** From their receipts on, batches stand; all of them at once. */
  private void stand(List<Batch> batches) {
    Settlement.settle(tables, batches);
    List<Receipt> receipts = batches.stream().flatMap(it -> it.receipts().stream()).toList();
    new Batches(tables)
        .finish(Receipts.rows(spark, receipts), batches.stream().map(Batch::id).sorted().toList());
  }
}
