package io.tongqi.command;

import io.tongqi.faults.DataRefusedException;
import io.tongqi.ingest.DeliveryPlan;
import io.tongqi.ingest.Ingest;
import io.tongqi.ingest.Inspection;
import io.tongqi.ingest.Reason;
import io.tongqi.ingest.Receipt;
import io.tongqi.ledger.Preview;
import io.tongqi.settings.Settings;
import io.tongqi.settings.SourceMapping;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Tells what a run would make of the new files of a source.
 *
 * @param lines how many lines of each file are read
 */
record Examination(SparkSession spark, Settings settings, SourceMapping mapping, long lines) {
  /**
   * Prints it.
   *
   * @throws io.tongqi.faults.FaultsException when a run would refuse the files
   */
  void print(Ingest ingest) {
    Inspection found = ingest.inspect(mapping, DeliveryPlan.Scope.NEW, lines);
    PrintStream out = System.out;
    out.printf("source      %s: %s%n", mapping.source(), verdict(found));
    found.files().forEach(file -> out.println("  " + days(file)));
    for (Inspection.Reject reject : found.rejects()) {
      out.println("  rejected: " + words(reject));
    }
    if (found.rejects().stream().anyMatch(it -> it.reason() == Reason.UNCLOSED_QUOTE)) {
      out.printf(
          "  where line breaks stand inside quotes, set csv.multiline: true in %s%n",
          mapping.file());
    }
    found.remarks().words().forEach(words -> out.println("  " + words));
    Preview preview = new Preview(spark, mapping, settings.reference());
    for (Row row : found.accepted()) {
      out.printf(
          "  booked: file %s line %s: %s%n",
          row.getAs("_file"), row.getAs("_line"), preview.of(row));
    }
    if (found.wouldBeRefused(settings)) {
      throw new DataRefusedException(List.of(refusal(found)));
    }
  }

  private String verdict(Inspection found) {
    String files = "%d files to take in".formatted(found.files().size());
    if (found.rejects().isEmpty()) {
      return found.read() == 0 ? "fine; " + files : "fine; %s, %s".formatted(files, read(found));
    }
    return String.format(
        Locale.ROOT, "%s, %s, %,d of them would be rejected", files, read(found), found.rejected());
  }

  private String read(Inspection found) {
    String rows = String.format(Locale.ROOT, "%,d rows read", found.read());
    return lines == Long.MAX_VALUE
        ? rows
        : String.format(
            Locale.ROOT, "%s (the first %,d lines of each file; --all reads all)", rows, lines);
  }

  private static String days(Receipt file) {
    String days =
        file.covered().stream()
            .map(it -> "%s to %s".formatted(it.first(), it.last()))
            .collect(Collectors.joining(", "));
    return file.file().path()
        + (days.isEmpty() ? " covers no days" : " covers " + days)
        + of("stations", file.stations())
        + of("categories", file.categories());
  }

  private static String of(String codes, Optional<List<String>> named) {
    return named.map(it -> " for %s %s alone".formatted(codes, String.join(", ", it))).orElse("");
  }

  private static String words(Inspection.Reject reject) {
    return "%,d rows %s (%s), first in file %s line %d%s: %s"
        .formatted(
            reject.rows(),
            reject.reason().code(),
            reject.reason().meaning(),
            reject.file(),
            reject.line(),
            reject.detail().map(" (%s)"::formatted).orElse(""),
            reject.raw());
  }

  private String refusal(Inspection found) {
    return String.format(
        Locale.ROOT,
        "reading the deliveries of source %s: %d of %d rows read are rejected, more than the share of %s that reject_share_limit in %s allows; a run would book nothing; correct the files or the mapping %s",
        mapping.source(),
        found.rejected(),
        found.read(),
        settings.rejectShareLimit(),
        settings.file(),
        mapping.file());
  }
}
