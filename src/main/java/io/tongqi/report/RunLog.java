package io.tongqi.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.tongqi.ingest.Batch;
import io.tongqi.ingest.Receipt;
import io.tongqi.ingest.RowCounts;
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
  private RowCounts rows = RowCounts.NONE;
  private final Map<String, Long> rejected = new LinkedHashMap<>();

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
    batch.receipts().forEach(receipt -> inputs.add(input(batch, receipt)));
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
            "%,d files, %,d rows read = %,d accepted + %,d quarantined + %,d duplicate (%,d stale)",
            batch.get().receipts().size(),
            rows.read(),
            rows.accepted(),
            rows.quarantined(),
            rows.duplicate(),
            rows.stale());
    Map<String, Long> reasons = batch.get().rejectedByReason();
    return reasons.isEmpty() ? text : text + "; quarantined: " + reasons;
  }

  private static Map<String, Object> input(Batch batch, Receipt receipt) {
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("source", receipt.source());
    input.put("path", receipt.file().path());
    input.put("content_sha256", receipt.contentSha256());
    input.put("mapping_sha256", receipt.mappingSha256());
    input.put("batch", batch.id());
    input.put("rows", receipt.rows());
    return input;
  }
}
