package io.tongqi;

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
import io.tongqi.tables.Parallel;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
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
    List<Batch> open = new CopyOnWriteArrayList<>();
    try {
      eachApart("ingest", settings.sources(), (own, it) -> open.addAll(take(own, it, remapped)));
      eachApart("post", open, this::post);
      if (!open.isEmpty()) {
        log.step("receipts", () -> stand(open));
      }
    } catch (RuntimeException failure) {
      open.forEach(batch -> new Batches(tables).discard(batch.id()));
      throw failure;
    }
    open.forEach(log::taken);
  }

  private <T> void eachApart(String name, List<T> items, BiConsumer<Tables, T> work) {
    List<Runnable> tasks = new ArrayList<>();
    items.forEach(item -> tasks.add(() -> tables.apart(own -> work.accept(own, item))));
    new Parallel(name).run(tasks);
  }

  private List<Batch> take(Tables own, SourceMapping mapping, Set<String> remapped) {
    DeliveryPlan.Scope scope =
        remapped.contains(mapping.source()) ? DeliveryPlan.Scope.ALL : DeliveryPlan.Scope.NEW;
    return log
        .step(
            "ingest " + mapping.source(),
            () -> new Ingest(own.spark(), own, settings).take(mapping, scope),
            RunLog::described)
        .stream()
        .toList();
  }

  private void post(Tables own, Batch batch) {
    log.step(
        "post " + batch.mapping().source(),
        () -> new Posting(own.spark(), own, settings).post(batch));
  }

  /** From their receipts on, batches stand; all of them at once. */
  private void stand(List<Batch> batches) {
    new Settlement(spark, tables).settle(batches);
    List<Receipt> receipts = batches.stream().flatMap(it -> it.receipts().stream()).toList();
    String ids = batches.stream().map(Batch::id).sorted().collect(Collectors.joining("+"));
    new Batches(tables).append(Table.RECEIPTS, Receipts.rows(spark, receipts), ids);
  }
}
