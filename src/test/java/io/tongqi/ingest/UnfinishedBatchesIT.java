package io.tongqi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.SmallForce;
import io.tongqi.SparkTest;
import io.tongqi.ledger.Posting;
import io.tongqi.settings.Settings;
import io.tongqi.settings.SettingsFile;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Batches that die on their way to their receipts. */
class UnfinishedBatchesIT extends SparkTest {
  private static final String QUARANTINE =
      "SELECT record_id, status, settled_by IS NULL FROM bronze.quarantine";
  private static final String MENDED = "A2,1,101,bicycle,2024-01-31 10:00,,,20";

  @TempDir private Path folder;

  @Test
  void shouldOpenAgainWhatABatchSettledThatNeverGotItsReceipts() {
    // given
    Tables tables = emptyTables(folder.resolve("warehouse"));
    SmallForce force =
        new SmallForce(folder)
            .edit("tongqi.yaml", "years: 2", "years: 2\nreject_share_limit: 0.5")
            .deliver(
                "calls-2024-01.csv",
                "A1,1,101,bicycle,2024-01-05 10:00,,,10",
                "A2,1,101,bicycle,2024-02-31 10:00,,,20");
    assertThat(force.run("ingest").err()).isEmpty();
    force.deliver("calls-2024-02-mended.csv", MENDED);
    Settings settings = SettingsFile.load(force.path("tongqi.yaml"), Map.of());
    Batches batches = new Batches(tables);

    // when
    Batch batch =
        new Ingest(spark(), tables, settings, LocalDate.of(2024, 12, 31))
            .take(settings.sources().get(0), DeliveryPlan.Scope.NEW)
            .orElseThrow();
    new Posting(spark(), tables, settings).post(batch);
    Settlement.settle(tables, List.of(batch));

    // then
    assertThat(force.query(spark(), QUARANTINE)).containsExactly("A2 settled false");

    // when
    assertThat(batches.discardUnfinished()).containsExactly(batch.id());

    // then
    assertThat(force.query(spark(), QUARANTINE)).containsExactly("A2 open true");
    assertThat(tables.read(Table.RECORD_VERSIONS).count()).isEqualTo(1);
    assertThat(tables.read(Table.LEDGER).count()).isEqualTo(1);

    // when nothing is left to remove
    long version = tables.version(Table.LEDGER);
    assertThat(batches.discardUnfinished()).isEmpty();

    // then
    assertThat(tables.version(Table.LEDGER)).isEqualTo(version);

    // when the same batch is taken in again
    assertThat(force.run("ingest").err()).isEmpty();

    // then
    assertThat(force.query(spark(), QUARANTINE)).containsExactly("A2 settled false");
    assertThat(tables.read(Table.RECORD_VERSIONS).count()).isEqualTo(2);
    assertThat(batches.finished()).contains(batch.id());
    assertThat(batches.discardUnfinished()).isEmpty();
  }
}
