package io.tongqi.ingest;

import static org.apache.spark.sql.functions.col;

import io.tongqi.domain.Format;
import io.tongqi.domain.Mode;
import io.tongqi.faults.DataRefusedException;
import io.tongqi.faults.SettingsException;
import io.tongqi.settings.Settings;
import io.tongqi.settings.SourceMapping;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;

/** What makes the rows of a batch refused as a whole; then nothing is booked. */
record Refusals(Tables tables, Settings settings, SourceMapping mapping) {
  /** Refuses a reading from which other rows came than the files have lines. */
  void refuseLostLines(DeliveryPlan plan, long read) {
    long headers = mapping.format() == Format.CSV ? plan.contents().size() : 0;
    long lines = plan.contents().stream().mapToLong(PlannedContent::lines).sum() - headers;
    if (lines != read) {
      throw new IllegalStateException(
          "reading source %s: its files hold %d lines, but %d rows came out of them"
              .formatted(mapping.source(), lines, read));
    }
  }

  /**
   * Tells a mapping of JSON lines that never fitted: JSON has no header that would name a property,
   * so that a misspelt one is merely absent from every line.
   *
   * @param mapping the mapping
   * @param keys by input column, the key whose expression names it first
   * @param given the input columns that some line gives a value
   */
  static void refuseNeverGiven(SourceMapping mapping, Map<String, String> keys, Set<String> given) {
    List<String> faults = new ArrayList<>();
    keys.forEach(
        (column, key) -> {
          if (!given.contains(column) && !mapping.optional().contains(column)) {
            faults.add(
                "%s: key %s: it names the property %s, which no line of any file gives a value; correct the expression, give the new name under aliases, or list it under optional"
                    .formatted(mapping.file(), key, column));
          }
        });
    if (!faults.isEmpty()) {
      throw new SettingsException(faults);
    }
  }

  /**
   * Refuses files of signed entries that answer for the same days, unless the mapping says what
   * that means: identical entries of two files may be the same ones delivered twice.
   */
  void refuseOverlap(Receipts held, List<Receipt> added) {
    if (mapping.mode() != Mode.LEDGER || mapping.overlap().isPresent()) {
      return;
    }
    Map<String, Receipt> standing = held.newest();
    added.forEach(it -> standing.put(it.file().path(), it));
    List<Receipt> active = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    for (Receipt receipt : byFirstDay(standing.values())) {
      active.removeIf(it -> lastDay(it).isBefore(firstDay(receipt)));
      active.stream()
          .filter(it -> !it.contentSha256().equals(receipt.contentSha256()))
          .filter(it -> it.answersForDaysOf(receipt))
          .findFirst()
          .ifPresent(it -> faults.add(overlap(it, receipt)));
      active.add(receipt);
    }
    if (!faults.isEmpty()) {
      throw new DataRefusedException(faults);
    }
  }

  private static List<Receipt> byFirstDay(Collection<Receipt> receipts) {
    return receipts.stream()
        .filter(it -> !it.covered().isEmpty())
        .sorted(Comparator.comparing(Refusals::firstDay).thenComparing(it -> it.file().path()))
        .toList();
  }

  private static LocalDate firstDay(Receipt receipt) {
    return receipt.covered().get(0).first();
  }

  private static LocalDate lastDay(Receipt receipt) {
    return receipt.covered().get(receipt.covered().size() - 1).last();
  }

  private String overlap(Receipt one, Receipt other) {
    LocalDate last = lastDay(one).isBefore(lastDay(other)) ? lastDay(one) : lastDay(other);
    return "reading the deliveries of source %s: the files %s and %s both hold signed entries of %s to %s; nothing was booked; say in %s what that means: overlap: adds books both, overlap: newest on each day only the file that was delivered last; or take one of them away"
        .formatted(
            mapping.source(),
            one.file().path(),
            other.file().path(),
            firstDay(other),
            last,
            mapping.file());
  }

  /** What is rejected of a batch: for each reason how many lines, and the first of them. */
  List<String> examples(Map<String, Long> byReason, String batchId) {
    List<String> examples = new ArrayList<>();
    for (Map.Entry<String, Long> reason : byReason.entrySet()) {
      Row example =
          tables
              .read(Table.QUARANTINE)
              .where(col("batch_id").equalTo(batchId).and(col("reason").equalTo(reason.getKey())))
              .orderBy("file", "line")
              .first();
      examples.add(
          "%s: %d rows (%s), first in file %s line %s%s: %s"
              .formatted(
                  reason.getKey(),
                  reason.getValue(),
                  Reason.valueOf(reason.getKey().toUpperCase(Locale.ROOT)).meaning(),
                  example.getAs("file"),
                  example.getAs("line"),
                  example.getAs("detail") == null ? "" : " (" + example.getAs("detail") + ")",
                  example.getAs("raw")));
    }
    Reason.remedy(byReason, mapping).ifPresent(examples::add);
    return examples;
  }
}
