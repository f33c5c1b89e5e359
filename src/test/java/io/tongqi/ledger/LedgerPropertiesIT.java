package io.tongqi.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.SparkTest;
import io.tongqi.domain.Mode;
import io.tongqi.domain.Overlap;
import io.tongqi.ingest.Batch;
import io.tongqi.ingest.Batches;
import io.tongqi.ingest.DeliveryPlan;
import io.tongqi.ingest.Ingest;
import io.tongqi.ledger.RandomRecords.VersionTimes;
import io.tongqi.tables.Table;
import io.tongqi.tables.View;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Encoders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ledger against its definition, {@link ReferenceLedger}, on random records. */
class LedgerPropertiesIT extends SparkTest {
  @TempDir private Path folder;
  private int forces;

  @ParameterizedTest
  @CsvSource({"CHANGES, 2, 3", "LEDGER, 3, 2", "SNAPSHOT, 5, 3"})
  void shouldSumUpToTheDefinitionInAnyOrderAndGrouping(Mode mode, long seed, int groups) {
    // given
    RandomRecords records = new RandomRecords(seed);
    List<CsvDelivery> files = files(mode, records);
    Map<ReferenceLedger.Cell, Long> expected = reference(mode, files);
    TestForce force = force(mode);

    // when
    for (List<CsvDelivery> group : records.groups(files, groups)) {
      force.deliver(group).ingest();
    }

    // then
    assertThat(expected).as("the records of seed " + seed).hasSizeGreaterThan(50);
    assertHolds(force, expected);
    assertContradicting(force, mode, files);

    // when every file is delivered again, two of them under a further path
    long rows = force.tables().read(Table.LEDGER).count();
    force.deliver(files).deliver("again/", files.subList(1, 3)).ingest();

    // then
    assertThat(force.tables().read(Table.LEDGER).count()).isEqualTo(rows);
    assertHolds(force, expected);
    assertViewsHold(force, expected);
    assertContradicting(force, mode, files);
  }

  @Test
  void shouldBookOfEachDayTheNewestFileInAnyOrder() {
    // given
    RandomRecords records = new RandomRecords(3);
    List<CsvDelivery> files = new ArrayList<>(records.entries(120));
    TestForce force =
        new TestForce(
            folder.resolve("newest"),
            Mode.LEDGER,
            Optional.of(Overlap.NEWEST),
            emptyTables(folder.resolve("newest-warehouse")));

    // when
    for (List<CsvDelivery> group : records.groups(files, 4)) {
      force.deliver(group).ingest();
    }

    // then
    assertHolds(force, newest(files));
    assertThat(newest(files)).isNotEqualTo(reference(Mode.LEDGER, files));

    // when one file is replaced, and the content of another one comes again under a later name
    files.set(5, records.replaced(files.get(5)));
    files.set(0, files.get(0).numbered(9));
    force.deliver(List.of(files.get(5), files.get(0))).ingest();

    // then
    assertHolds(force, newest(files));
  }

  private static Map<ReferenceLedger.Cell, Long> newest(List<CsvDelivery> files) {
    return ReferenceLedger.ofNewest(files.stream().map(CsvDelivery::snapshot).toList());
  }

  @ParameterizedTest
  @CsvSource({"CHANGES, 7", "LEDGER, 7", "SNAPSHOT, 8"})
  void shouldEqualAFreshWarehouseWhenFilesAreReplacedAndRemapped(Mode mode, long seed) {
    // given
    RandomRecords records = new RandomRecords(seed);
    List<CsvDelivery> files = new ArrayList<>(files(mode, records));
    TestForce force = force(mode).deliver(files).ingest();
    assertHolds(force, reference(mode, files));

    // when
    files.set(1, records.replaced(files.get(1)));
    files.set(2, records.replaced(files.get(2)));
    force.deliver(files.subList(1, 3)).ingest();

    // then
    assertHolds(force, reference(mode, files));
    assertContradicting(force, mode, files);

    // when
    force.map("cast(loss_cents as bigint) * 3").ingest(Set.of("records"));

    // then
    Map<ReferenceLedger.Cell, Long> remapped =
        reference(mode, files.stream().map(file -> file.with(tripled(file.versions()))).toList());
    assertHolds(force, remapped);
    assertViewsHold(force, remapped);
  }

  @Test
  void shouldHoldWhatWasKnownOnADayForEverAndLeaveZeroOfWithdrawnRecords() {
    // given
    LocalDate knownAt = LocalDate.of(2021, 9, 30);
    List<CsvDelivery> files = new RandomRecords(9).changes(40, VersionTimes.ALWAYS);
    List<RecordVersion> versions =
        files.stream().flatMap(file -> file.versions().stream()).toList();
    List<RecordVersion> known =
        versions.stream().filter(version -> !version.recordedOn().isAfter(knownAt)).toList();
    LocalDate end = LocalDate.of(2030, 1, 1);
    Map<String, RecordVersion> withdrawals = new TreeMap<>();
    versions.forEach(version -> withdrawals.put(version.recordId(), version.withdrawnOn(end)));

    // when
    TestForce force = force(Mode.CHANGES).deliver(files).ingest();

    // then
    assertSame(ReferenceLedger.knownAt(knownAt, force.ledger()), ReferenceLedger.ofChanges(known));

    // when
    force
        .deliver(
            List.of(
                new CsvDelivery(0, end, files.get(0).covers(), List.copyOf(withdrawals.values()))))
        .ingest();

    // then
    assertSame(ReferenceLedger.knownAt(knownAt, force.ledger()), ReferenceLedger.ofChanges(known));
    Map<String, Long> left = new TreeMap<>();
    force
        .ledger()
        .forEach(
            (cell, value) ->
                left.merge(
                    "%s %s %s %s %s %s"
                        .formatted(
                            cell.day(),
                            cell.originDay(),
                            cell.station(),
                            cell.category(),
                            cell.codeDay(),
                            cell.measure()),
                    value,
                    Long::sum));
    assertThat(left.values()).isNotEmpty().containsOnly(0L);
  }

  @Test
  void shouldForgetABatchThatDiedBeforeItsReceipts() {
    // given
    List<CsvDelivery> files = new RandomRecords(11).changes(40, VersionTimes.SOMETIMES);
    TestForce force = force(Mode.CHANGES).deliver(files.subList(0, 5)).ingest();
    Map<ReferenceLedger.Cell, Long> before = force.ledger();
    force.deliver(files);

    // when
    Batch batch =
        new Ingest(spark(), force.tables(), force.settings(), LocalDate.of(2030, 12, 31))
            .take(force.settings().sources().get(0), DeliveryPlan.Scope.NEW)
            .orElseThrow();
    new Posting(spark(), force.tables(), force.settings()).post(batch);
    assertThat(force.ledger()).isNotEqualTo(before);
    Set<String> removed = new Batches(force.tables()).discardUnfinished();

    // then
    assertThat(removed).containsExactly(batch.id());
    assertHolds(force, before);
    assertHolds(force.ingest(), reference(Mode.CHANGES, files));
  }

  private TestForce force(Mode mode) {
    forces++;
    return new TestForce(
        folder.resolve("force" + forces), mode, emptyTables(folder.resolve("warehouse" + forces)));
  }

  private static List<CsvDelivery> files(Mode mode, RandomRecords records) {
    return switch (mode) {
      case CHANGES -> records.changes(40, VersionTimes.SOMETIMES);
      case LEDGER -> records.entries(60);
      case SNAPSHOT -> records.snapshots(25);
    };
  }

  private static Map<ReferenceLedger.Cell, Long> reference(Mode mode, List<CsvDelivery> files) {
    List<RecordVersion> versions =
        files.stream().flatMap(file -> file.versions().stream()).toList();
    return switch (mode) {
      case CHANGES -> ReferenceLedger.ofChanges(versions);
      case LEDGER -> ReferenceLedger.ofEntries(versions);
      case SNAPSHOT ->
          ReferenceLedger.ofSnapshots(files.stream().map(CsvDelivery::snapshot).toList());
    };
  }

  private static void assertContradicting(TestForce force, Mode mode, List<CsvDelivery> files) {
    if (mode == Mode.CHANGES) {
      List<String> expected =
          ReferenceLedger.contradicting(
              files.stream().flatMap(file -> file.versions().stream()).toList());
      assertThat(expected).isNotEmpty();
      assertThat(
              force
                  .tables()
                  .read(Table.QUARANTINE)
                  .where("status = 'open' AND reason = 'ambiguous_version'")
                  .orderBy("record_id")
                  .select("record_id")
                  .as(Encoders.STRING())
                  .collectAsList())
          .isEqualTo(expected);
    }
  }

  private static List<RecordVersion> tripled(List<RecordVersion> versions) {
    return versions.stream()
        .map(
            version -> {
              Map<String, String> cells = new TreeMap<>(version.cells());
              cells.computeIfPresent(
                  "loss_cents", (column, loss) -> String.valueOf(3 * Long.parseLong(loss)));
              return new RecordVersion(cells, version.deliveredOn());
            })
        .toList();
  }

  private static <K> void assertSame(Map<K, Long> actual, Map<K, Long> expected) {
    Map<K, Long> difference = new TreeMap<>(actual);
    expected.forEach((cell, value) -> difference.merge(cell, -value, Long::sum));
    difference.values().removeIf(value -> value == 0);
    assertThat(difference).as("what is held less what should be").isEmpty();
    assertThat(expected).isNotEmpty();
  }

  private static void assertHolds(TestForce force, Map<ReferenceLedger.Cell, Long> ledger) {
    assertSame(force.ledger(), ledger);
  }

  private static void assertViewsHold(TestForce force, Map<ReferenceLedger.Cell, Long> ledger) {
    Map<String, Long> days = new TreeMap<>();
    Map<String, Long> months = new TreeMap<>();
    ledger.forEach(
        (cell, value) -> {
          TestForce.Place place = TestForce.placeOf(cell);
          for (String group : TestForce.GROUPS.get(cell.category())) {
            String key =
                "%s %s %s %s".formatted(place.area(), place.district(), group, cell.measure());
            days.merge("%s %s %s".formatted(cell.day(), cell.recordedOn(), key), value, Long::sum);
            months.merge(
                "%s %s %s"
                    .formatted(
                        cell.day().withDayOfMonth(1), cell.originDay().withDayOfMonth(1), key),
                value,
                Long::sum);
          }
        });
    assertSame(
        force.totals(
            View.DAY_TOTALS,
            List.of("day", "recorded_on", "station", "district", "category_group")),
        days);
    assertSame(
        force.totals(
            View.MONTH_TOTALS,
            List.of("month", "origin_month", "station", "district", "category_group")),
        months);
  }
}
