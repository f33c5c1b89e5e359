package io.tongqi.ingest;

import io.tongqi.domain.Format;
import io.tongqi.faults.DataRefusedException;
import io.tongqi.settings.SourceMapping;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a batch of one source has to do: the contents to read and the files to give a receipt for.
 *
 * @param contents contents that are not held yet (or have to be read again), each once
 * @param files the files that a receipt is due for, with the hash of their content
 * @param unchanged files that were written again with the content they had
 */
public record DeliveryPlan(
    List<PlannedContent> contents, Map<DeliveredFile, ContentScan> files, int unchanged) {

  /** Which of the files in the folder are read. */
  public enum Scope {
    /** Those that are new or were written again since their receipt. */
    NEW,
    /** All of them, because the mapping or the reference data changed. */
    ALL;

    /** Of a source's files, in a run that remaps these sources. */
    public static Scope of(SourceMapping mapping, Set<String> remapped) {
      return remapped.contains(mapping.source()) ? ALL : NEW;
    }

    /** Whether nothing that stands before counts: it is read anew, or for the first time. */
    boolean isWhole(Receipts held) {
      return held.isEmpty() || this == ALL;
    }
  }

  /** Whether there is nothing to do. */
  boolean isEmpty() {
    return files.isEmpty();
  }

  /** The same for so many first lines of each content alone. */
  DeliveryPlan first(long lines) {
    return new DeliveryPlan(
        contents.stream().map(it -> it.first(lines)).toList(), files, unchanged);
  }

  /** The files of which the scope asks whether their content is new. */
  static List<DeliveredFile> candidates(List<DeliveredFile> found, Receipts receipts, Scope scope) {
    NavigableMap<String, Receipt> newest = new TreeMap<>(receipts.newest());
    return found.stream()
        .filter(file -> scope == Scope.ALL || !isHeld(file, of(file, newest).values()))
        .toList();
  }

  /** Of receipts by path those of a file, or of the files in it where it is an archive. */
  static NavigableMap<String, Receipt> of(
      DeliveredFile file, NavigableMap<String, Receipt> receipts) {
    return receipts.containsKey(file.path())
        ? receipts.subMap(file.path(), true, file.path(), true)
        : receipts.subMap(file.path() + "/", true, file.path() + "0", false);
  }

  private static boolean isHeld(DeliveredFile file, Collection<Receipt> receipts) {
    return receipts.stream()
        .map(Receipt::file)
        .anyMatch(it -> it.sizeBytes() == file.sizeBytes() && it.modifiedAt() == file.modifiedAt());
  }

  /**
   * Plans the batch from the scans of the candidates.
   *
   * @param columns the input columns that the mapping's expressions name
   * @param asOf the last day to count
   * @throws DataRefusedException when files cannot be read, are empty, lack columns or do not tell
   *     the days that they cover: all of them together
   */
  static DeliveryPlan of(
      SourceMapping mapping,
      Map<DeliveredFile, ContentScan> scans,
      Receipts receipts,
      Scope scope,
      List<String> columns,
      LocalDate asOf) {
    Map<String, Receipt> newest = receipts.newest();
    Map<String, Receipt> active = receipts.active();
    Map<String, PlannedContent> contents = new LinkedHashMap<>();
    Map<DeliveredFile, ContentScan> files = new LinkedHashMap<>();
    List<String> faults = new ArrayList<>();
    CsvHeader csv = new CsvHeader(mapping, columns);
    scans.forEach(
        (file, scan) -> {
          Optional<String> fault = fault(mapping, csv, file, scan);
          if (fault.isPresent()) {
            faults.add(fault.get());
            return;
          }
          Receipt receipt = newest.get(file.path());
          if (scope == Scope.NEW
              && receipt != null
              && receipt.contentSha256().equals(scan.sha256())) {
            return;
          }
          files.put(file, scan);
          boolean held = scope == Scope.NEW && active.containsKey(scan.sha256());
          if (!held && !contents.containsKey(scan.sha256())) {
            contents.put(scan.sha256(), planned(mapping, csv, file, scan, asOf));
          }
        });
    if (!faults.isEmpty()) {
      throw new DataRefusedException(faults);
    }
    return new DeliveryPlan(List.copyOf(contents.values()), files, scans.size() - files.size());
  }

  private static Optional<String> fault(
      SourceMapping mapping, CsvHeader csv, DeliveredFile file, ContentScan scan) {
    String what = null;
    if (!scan.fault().isEmpty()) {
      what = "cannot be read: %s; deliver it again".formatted(scan.fault());
    } else if (scan.lines() == 0 && mapping.format() != Format.PARQUET) {
      what = "is empty, not even a header; deliver it again, or remove it";
    } else if (mapping.format() == Format.CSV && csv.fault(file, scan.head()).isPresent()) {
      what = "cannot be read: " + csv.fault(file, scan.head()).orElseThrow();
    } else if (CoveredDays.unknown(mapping, file)) {
      what =
          "does not tell by its name which days it covers; rename it, or add a rule to covers in %s"
              .formatted(mapping.file());
    }
    return Optional.ofNullable(what)
        .map(
            problem ->
                "reading the deliveries of source %s: file %s %s"
                    .formatted(mapping.source(), file.path(), problem));
  }

  private static PlannedContent planned(
      SourceMapping mapping, CsvHeader csv, DeliveredFile file, ContentScan scan, LocalDate asOf) {
    return new PlannedContent(
        file,
        scan.sha256(),
        scan.lines(),
        mapping.csv().multiline() ? List.of(scan.whole()) : scan.sections(),
        mapping.format() == Format.CSV ? csv.columns(file, scan.head()) : CsvColumns.NONE,
        CoveredDays.latest(mapping, file, asOf));
  }
}
