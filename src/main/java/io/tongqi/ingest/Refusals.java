package io.tongqi.ingest;

import static org.apache.spark.sql.functions.col;

import io.tongqi.domain.Format;
import io.tongqi.faults.DataRefusedException;
import io.tongqi.faults.SettingsException;
import io.tongqi.settings.Settings;
import io.tongqi.settings.SourceMapping;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import java.util.ArrayList;
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
   * @param keys by input column, the key whose expression names it first
   * @param given the input columns that some line gives a value
   */
  void refuseNeverGiven(Map<String, String> keys, Set<String> given) {
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

  /** Refuses a batch of which a larger share is rejected than the settings allow. */
  void refuseTooMany(long read, long rejected, Map<String, Long> byReason, String batchId) {
    double limit = settings.rejectShareLimit();
    if (rejected <= limit * read) {
      return;
    }
    List<String> faults = new ArrayList<>();
    faults.add(
        String.format(
            Locale.ROOT,
            "reading the deliveries of source %s: %d of %d rows are rejected, more than the share of %s that reject_share_limit in %s allows; nothing was booked; correct the files or the mapping %s",
            mapping.source(),
            rejected,
            read,
            limit,
            settings.file(),
            mapping.file()));
    for (Map.Entry<String, Long> reason : byReason.entrySet()) {
      Row example =
          tables
              .read(Table.QUARANTINE)
              .where(col("batch_id").equalTo(batchId).and(col("reason").equalTo(reason.getKey())))
              .orderBy("file", "line")
              .first();
      faults.add(
          "  %s: %d rows (%s), first in file %s line %s: %s"
              .formatted(
                  reason.getKey(),
                  reason.getValue(),
                  Reason.valueOf(reason.getKey().toUpperCase(Locale.ROOT)).meaning(),
                  example.getAs("file"),
                  example.getAs("line"),
                  example.getAs("raw")));
    }
    throw new DataRefusedException(faults);
  }
}
