package io.tongqi.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.tongqi.calendar.DayRange;
import io.tongqi.ingest.Batch;
import io.tongqi.ingest.Finding;
import io.tongqi.ingest.Receipt;
import io.tongqi.ingest.RowCounts;
import io.tongqi.release.ChangedFigures;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** What a run did: printed a line a step, and kept for its {@code run.json}. */
public final class RunLog {
  private final PrintStream out;
  private final LongSupplier nanoseconds;
  private final Consumer<String> begun;
  private final Map<String, Object> document = new LinkedHashMap<>();
  private final List<Map<String, Object>> steps = new ArrayList<>();
  private final List<Map<String, Object>> inputs = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<Map<String, Object>> findings = new ArrayList<>();
  private final List<Map<String, Object>> changed = new ArrayList<>();
  private RowCounts rows = RowCounts.NONE;
  private final Map<String, Long> rejected = new LinkedHashMap<>();
  private final Map<String, Long> ignored = new LinkedHashMap<>();

  /**
   * A log of a run.
   *
   * @param out where its lines go
   * @param nanoseconds the clock that steps are timed by
   * @param begun is told the name of each step that begins, in the thread that runs it
   */
  public RunLog(PrintStream out, LongSupplier nanoseconds, Consumer<String> begun) {
    this.out = out;
    this.nanoseconds = nanoseconds;
    this.begun = begun;
  }

  /** A log that tells nobody when a step begins. */
  public RunLog(PrintStream out, LongSupplier nanoseconds) {
    this(out, nanoseconds, step -> {});
  }

  /** Runs a step and logs how long it took. */
  public void step(String name, Runnable work) {
    step(
        name,
        () -> {
          work.run();
          return "";
        },
        Function.identity());
  }

  /** Runs a step and logs how long it took and what came of it. */
  public <T> T step(String name, Supplier<T> work, Function<T, String> description) {
    begun.accept(name);
    long start = nanoseconds.getAsLong();
    T result = work.get();
    timed(name, nanoseconds.getAsLong() - start, description.apply(result));
    return result;
  }

  /** Logs a step that took so many nanoseconds. */
  public synchronized void timed(String name, long elapsed, String description) {
    double seconds = elapsed / 1e9;
    String line = String.format(Locale.ROOT, "%-20s %6.1f s  %s", name, seconds, description);
    out.println(line.stripTrailing());
    Map<String, Object> step = new LinkedHashMap<>();
    step.put("step", name);
    step.put("seconds", Math.round(seconds * 1000) / 1000.0);
    steps.add(step);
  }

  /** Notes a batch that stands, with its files and rows. */
  public synchronized void taken(Batch batch) {
    rows = rows.plus(batch.rows());
    batch.rejectedByReason().forEach((reason, count) -> rejected.merge(reason, count, Long::sum));
    batch.ignoredByKind().forEach((kind, count) -> ignored.merge(kind, count, Long::sum));
    batch.receipts().forEach(receipt -> inputs.add(input(batch, receipt)));
    batch
        .remarks()
        .words()
        .forEach(
            words -> notes(List.of("source %s: %s".formatted(batch.mapping().source(), words))));
    notes(ReceiptNotes.of(batch));
    for (Finding finding : batch.findings()) {
      out.println("  " + batch.mapping().source() + ": " + finding.text());
      finding.examples().forEach(example -> out.println("    " + example));
      findings.add(finding(batch, finding));
    }
    batch.remedy().ifPresent(it -> notes(List.of(it)));
  }

  /** Tells the silences of sources. */
  public synchronized void silences(List<SilenceReport> reports) {
    reports.forEach(it -> notes(it.lines()));
  }

  /** Tells the published figures that what was taken in would change. */
  public synchronized void changed(List<ChangedFigures.Changed> figures) {
    notes(ChangedFigures.lines(figures));
    figures.forEach(it -> changed.add(changed(it)));
  }

  private void notes(List<String> lines) {
    lines.forEach(it -> out.println("  " + it));
    notes.addAll(lines);
  }

  /** Notes a further entry of the document. */
  public synchronized void note(String key, Object value) {
    document.put(key, value);
  }

  /** Prints a line. */
  public synchronized void line(String text) {
    out.println(text);
  }

  /** The whole document as JSON. */
  public synchronized String json() {
    Map<String, Object> whole = new LinkedHashMap<>(document);
    whole.put("rows", rows);
    whole.put("rejected_by_reason", rejected);
    whole.put("notes", notes);
    whole.put("findings", findings);
    whole.put("changed_figures", changed);
    whole.put("ignored_by_kind", ignored);
    whole.put("inputs", inputs);
    whole.put("steps", steps);
    try {
      return new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .writeValueAsString(whole);
    } catch (com.fasterxml.jackson.core.JsonProcessingException failure) {
      throw new IllegalStateException("writing the run's document as JSON", failure);
    }
  }

  /** What was taken in, in words. */
  public static String described(Optional<Batch> batch) {
    if (batch.isEmpty()) {
      return "nothing new";
    }
    RowCounts rows = batch.get().rows();
    String text =
        String.format(
            Locale.ROOT,
            "%,d files, %,d rows read = %,d accepted + %,d quarantined + %,d duplicate + %,d ignored (%,d stale)",
            batch.get().receipts().size(),
            rows.read(),
            rows.accepted(),
            rows.quarantined(),
            rows.duplicate(),
            rows.ignored(),
            rows.stale());
    return text
        + named("quarantined", batch.get().rejectedByReason())
        + named("ignored", batch.get().ignoredByKind());
  }

  private static String named(String what, Map<String, Long> counts) {
    return counts.isEmpty() ? "" : "; " + what + ": " + counts;
  }

  private static Map<String, Object> finding(Batch batch, Finding finding) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("source", batch.mapping().source());
    told.put("batch", batch.id());
    told.put("rule", finding.rule().key());
    told.put("cases", finding.share().cases());
    told.put("of", finding.share().total());
    told.put("found", finding.text());
    told.put("examples", finding.examples());
    told.put("accepted_because", finding.because().orElse(null));
    return told;
  }

  private static Map<String, Object> changed(ChangedFigures.Changed figure) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("release", figure.release());
    told.put("as_of", figure.asOf().toString());
    told.put("year", figure.year());
    told.put("category_group", figure.categoryGroup());
    told.put("measure", figure.measure());
    told.put("old_value", figure.oldValue());
    told.put("new_value", figure.newValue());
    return told;
  }

  private static Map<String, Object> input(Batch batch, Receipt receipt) {
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("source", receipt.source());
    input.put("path", receipt.file().path());
    input.put("content_sha256", receipt.contentSha256());
    input.put("mapping_sha256", receipt.mappingSha256());
    input.put("batch", batch.id());
    input.put("covered", receipt.covered().stream().map(DayRange::toString).toList());
    input.put("rows", receipt.rows());
    input.put("rows_outside", receipt.rowsOutside());
    return input;
  }
}
