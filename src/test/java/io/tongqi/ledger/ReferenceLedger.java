package io.tongqi.ledger;

import io.tongqi.calendar.DayRange;
import io.tongqi.domain.Measure;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The definition of the ledger in plain Java, without Spark: what a set of record versions comes
 * to, whatever the order in which they arrived. Every source books every measure.
 */
public final class ReferenceLedger {

  /** One cell of the ledger: its grain without source and batch, and one measure. */
  public record Cell(
      LocalDate day,
      LocalDate originDay,
      LocalDate recordedOn,
      String station,
      String category,
      LocalDate codeDay,
      Measure measure)
      implements Comparable<Cell> {

    private static final Comparator<Cell> ORDER =
        Comparator.comparing(Cell::day)
            .thenComparing(Cell::originDay)
            .thenComparing(Cell::recordedOn)
            .thenComparing(Cell::station)
            .thenComparing(Cell::category)
            .thenComparing(Cell::codeDay)
            .thenComparing(Cell::measure);

    @Override
    public int compareTo(Cell other) {
      return ORDER.compare(this, other);
    }
  }

  /** A delivery that is the whole picture of the days that it covers. */
  public record Snapshot(DayRange covers, LocalDate deliveredOn, List<RecordVersion> versions) {}

  private static final Comparator<RecordVersion> BY_KNOWLEDGE =
      Comparator.comparing(RecordVersion::knownAt).thenComparing(RecordVersion::deliveredOn);

  private final Map<Cell, Long> sums = new TreeMap<>();

  private ReferenceLedger() {}

  /**
   * Rows are versions of records, keyed by record_id: each books its difference from the one before
   * it.
   */
  public static Map<Cell, Long> ofChanges(Collection<RecordVersion> versions) {
    ReferenceLedger ledger = new ReferenceLedger();
    byRecord(versions).values().forEach(ledger::bookRecord);
    return ledger.withoutZeros();
  }

  /** Rows are signed entries without a key: every row is booked, identical ones too. */
  public static Map<Cell, Long> ofEntries(Collection<RecordVersion> rows) {
    ReferenceLedger ledger = new ReferenceLedger();
    rows.forEach(row -> ledger.bookRecord(List.of(row)));
    return ledger.withoutZeros();
  }

  /**
   * A record that is missing from a later snapshot of its day is withdrawn on that snapshot's date.
   */
  public static Map<Cell, Long> ofSnapshots(Collection<Snapshot> snapshots) {
    List<Snapshot> ordered =
        snapshots.stream().sorted(Comparator.comparing(Snapshot::deliveredOn)).toList();
    Map<String, List<RecordVersion>> histories = new HashMap<>();
    for (Snapshot snapshot : ordered) {
      Set<String> present = new HashSet<>();
      snapshot.versions().forEach(version -> present.add(version.recordId()));
      histories.forEach(
          (record, history) -> {
            RecordVersion newest = history.get(history.size() - 1);
            if (!present.contains(record) && snapshot.covers().contains(newest.day())) {
              history.add(newest.withdrawnOn(snapshot.deliveredOn()));
            }
          });
      snapshot.versions().stream()
          .sorted(BY_KNOWLEDGE)
          .forEach(
              version ->
                  histories
                      .computeIfAbsent(version.recordId(), record -> new ArrayList<>())
                      .add(version));
    }
    ReferenceLedger ledger = new ReferenceLedger();
    histories.values().forEach(ledger::bookRecord);
    return ledger.withoutZeros();
  }

  /** What was known on a day: the sums over everything recorded by it. */
  public static Map<Cell, Long> knownAt(LocalDate knownAt, Map<Cell, Long> sums) {
    return only(cell -> !cell.recordedOn().isAfter(knownAt), sums);
  }

  /** The ledgers of several sources together. */
  public static Map<Cell, Long> together(List<Map<Cell, Long>> ledgers) {
    ReferenceLedger ledger = new ReferenceLedger();
    ledgers.forEach(
        part -> part.forEach((cell, value) -> ledger.sums.merge(cell, value, Long::sum)));
    return ledger.withoutZeros();
  }

  private static Map<Cell, Long> only(Predicate<Cell> wanted, Map<Cell, Long> sums) {
    Map<Cell, Long> kept = new TreeMap<>(sums);
    kept.keySet().removeIf(wanted.negate());
    return kept;
  }

  private static Map<String, List<RecordVersion>> byRecord(Collection<RecordVersion> versions) {
    Map<String, List<RecordVersion>> records = new LinkedHashMap<>();
    versions.stream()
        .sorted(BY_KNOWLEDGE)
        .forEach(
            version ->
                records
                    .computeIfAbsent(version.recordId(), record -> new ArrayList<>())
                    .add(version));
    return records;
  }

  private void bookRecord(List<RecordVersion> history) {
    Map<RecordVersion.Event, Long> before = Map.of();
    boolean first = true;
    for (RecordVersion version : history) {
      Map<RecordVersion.Event, Long> after = version.events();
      Set<RecordVersion.Event> touched = new HashSet<>(before.keySet());
      touched.addAll(after.keySet());
      for (RecordVersion.Event event : touched) {
        LocalDate recordedOn =
            first && version.recordedAt() == null ? event.day() : version.recordedOn();
        long difference = after.getOrDefault(event, 0L) - before.getOrDefault(event, 0L);
        sums.merge(event.recorded(recordedOn), difference, Long::sum);
      }
      before = after;
      first = false;
    }
  }

  private Map<Cell, Long> withoutZeros() {
    sums.values().removeIf(value -> value == 0);
    return sums;
  }
}
