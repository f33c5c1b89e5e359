package io.tongqi;

import io.tongqi.ingest.Batch;
import io.tongqi.ingest.Batches;
import io.tongqi.ingest.DeliveryPlan;
import io.tongqi.ingest.Ingest;
import io.tongqi.ingest.Receipts;
import io.tongqi.ingest.Settlement;
import io.tongqi.ledger.Posting;
import io.tongqi.report.RunLog;
import io.tongqi.settings.Settings;
import io.tongqi.settings.SourceMapping;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.SparkSession;

/** Deliveries → bronze → ledger, source by source. */
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
    Deque<Batch> taken = new ArrayDeque<>();
    try {
      for (SourceMapping mapping : settings.sources()) {
        take(mapping, remapped).ifPresent(taken::add);
      }
      while (!taken.isEmpty()) {
        stand(taken.element());
        log.taken(taken.remove());
      }
    } catch (RuntimeException failure) {
      taken.forEach(batch -> new Batches(tables).discard(batch.id()));
      throw failure;
    }
  }

  private Optional<Batch> take(SourceMapping mapping, Set<String> remapped) {
    DeliveryPlan.Scope scope =
        remapped.contains(mapping.source()) ? DeliveryPlan.Scope.ALL : DeliveryPlan.Scope.NEW;
    return log.step(
        "ingest " + mapping.source(),
        () -> new Ingest(spark, tables, settings).take(mapping, scope),
        RunLog::described);
  }

  private void stand(Batch batch) {
    log.step("post " + batch.mapping().source(), () -> post(batch));
    Batches batches = new Batches(tables);
    batches.append(Table.RECEIPTS, Receipts.rows(spark, batch.receipts()), batch.id());
  }

  private void post(Batch batch) {
    new Posting(spark, tables, settings).post(batch);
    new Settlement(spark, tables).settle(batch);
  }
}
