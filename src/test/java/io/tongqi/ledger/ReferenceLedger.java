package io.tongqi.ledger;

import static java.util.stream.Collectors.toList;

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
import java.util.stream.Collectors;

/**
 * The definition of the ledger in plain Java, without Spark: what a set of record versions comes
 * to, whatever the order in which they arrived. Every source books every measure and gives every
 * day, so that nothing is booked on a day that a record lacks.
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
  public record Snapshot(
      String path, DayRange covers, LocalDate deliveredOn, List<RecordVersion> versions) {}

  private static final Comparator<RecordVersion> BY_KNOWLEDGE =
      Comparator.comparing(RecordVersion::knownAt)
          .thenComparing(RecordVersion::deliveredOn)
          .thenComparing(RecordVersion::revision);

  private final Map<Cell, Long> sums = new TreeMap<>();

  private ReferenceLedger() {}

  /**
   * Rows are versions of records, keyed by record_id: each books its difference from the one before
   * it.
   */
  public static Map<Cell, Long> ofChanges(Collection<RecordVersion> versions) {
    ReferenceLedger ledger = new ReferenceLedger();
    byRecord(versions).values().forEach(history -> ledger.bookRecord(unambiguous(history)));
    return ledger.withoutZeros();
  }

  /** Those of the versions that no other one of the same place in their order contradicts. */
  static List<RecordVersion> unambiguous(List<RecordVersion> history) {
    return history.stream()
        .filter(
            version ->
                history.stream()
                    .filter(other -> BY_KNOWLEDGE.compare(version, other) == 0)
                    .allMatch(other -> other.content().equals(version.content())))
        .toList();
  }

  /**
   * The records of versions that others contradict and that no later one resolves: each as often as
   * it has such versions.
   */
  static List<String> contradicting(Collection<RecordVersion> versions) {
    List<String> contradicting = new ArrayList<>();
    byRecord(versions)
        .forEach(
            (record, history) -> {
              List<RecordVersion> standing = unambiguous(history);
              history.stream()
                  .filter(version -> !standing.contains(version))
                  .filter(
                      version ->
                          standing.stream()
                              .noneMatch(later -> BY_KNOWLEDGE.compare(later, version) > 0))
                  .forEach(version -> contradicting.add(record));
            });
    return contradicting.stream().sorted().toList();
  }

  /**
   * Rows are signed entries of which on each day only those of the file stand that was delivered
   * last, of those that answer for the day.
   */
  public static Map<Cell, Long> ofNewest(Collection<Snapshot> files) {
    Comparator<Snapshot> byDelivery =
        Comparator.comparing(Snapshot::deliveredOn).thenComparing(Snapshot::path);
    return ofEntries(
        files.stream()
            .flatMap(
                file ->
                    file.versions().stream()
                        .filter(
                            row ->
                                files.stream()
                                    .filter(other -> other.covers().contains(row.day()))
                                    .allMatch(other -> byDelivery.compare(other, file) <= 0)))
            .toList());
  }

  /** Rows are signed entries without a key: every row is booked, identical ones too. */
  public static Map<Cell, Long> ofEntries(Collection<RecordVersion> rows) {
    ReferenceLedger ledger = new ReferenceLedger();
    rows.forEach(row -> ledger.bookRecord(List.of(row)));
    return ledger.withoutZeros();
  }

  /**
   * A record that is missing from all later snapshots of one day that cover its own day is
   * withdrawn on that day; versions that contradict each other are there, but do not stand.
   */
  public static Map<Cell, Long> ofSnapshots(Collection<Snapshot> snapshots) {
    Map<LocalDate, List<Snapshot>> byDay =
        snapshots.stream()
            .collect(Collectors.groupingBy(Snapshot::deliveredOn, TreeMap::new, toList()));
    Map<String, List<RecordVersion>> histories = new HashMap<>();
    byDay.forEach(
        (deliveredOn, files) -> {
          Map<String, List<RecordVersion>> present =
              byRecord(files.stream().flatMap(it -> it.versions().stream()).toList());
          histories.forEach(
              (record, history) -> {
                RecordVersion newest = history.get(history.size() - 1);
                if (!present.containsKey(record)
                    && files.stream().anyMatch(it -> it.covers().contains(newest.day()))) {
                  history.add(newest.withdrawnOn(deliveredOn));
                }
              });
          present.forEach(
              (record, versions) -> {
                List<RecordVersion> standing = unambiguous(versions);
                if (!standing.isEmpty()) {
                  histories.computeIfAbsent(record, it -> new ArrayList<>()).addAll(standing);
                }
              });
        });
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
