package io.tongqi.ingest;

import io.tongqi.domain.Format;
import io.tongqi.settings.SourceMapping;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.util.SerializableConfiguration;

/** Reads delivered text contents by the options of a mapping, in the tasks of a job. */
final class TextReader implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final long BYTES_WORTH_A_TASK = 16L << 20;
  private static final int TASKS_A_SLOT = 8;

  private final TextOptions options;
  private final List<String> columns;
  private final Map<String, String> aliases;
  private final SerializableConfiguration configuration;

  TextReader(SourceMapping mapping, List<String> columns, Configuration configuration) {
    this.options = TextOptions.of(mapping);
    this.columns = List.copyOf(columns);
    this.aliases = Map.copyOf(mapping.aliases());
    this.configuration = new SerializableConfiguration(configuration);
  }

  /** The rows of contents, their sections dealt out to tasks. */
  JavaRDD<InternalRow> rows(List<PlannedContent> contents, JavaSparkContext context) {
    List<PlannedContent> parts = contents.stream().flatMap(PlannedContent::parts).toList();
    List<List<PlannedContent>> shares = shares(parts, context.defaultParallelism());
    return context.parallelize(shares, shares.size()).flatMap(List::iterator).flatMap(this::rows);
  }

  private Iterator<InternalRow> rows(PlannedContent part) {
    LineParser parser =
        options.format() == Format.JSON
            ? new JsonLineParser(columns, aliases)
            : new CsvLineParser(options.csv(), part.columns().delimiter());
    try {
      return options.csv().multiline()
          ? new QuotedRows(part, options, parser, columns.size(), configuration.value())
          : new LineRows(part, options, parser, columns.size(), configuration.value());
    } catch (IOException failure) {
      throw new UncheckedIOException(
          "reading %s: %s".formatted(part.file().path(), failure.getMessage()), failure);
    }
  }

  /**
   * Shares of about the same size: one for each slot, and more of them where each gives its task
   * enough to do.
   *
   * @param slots how many tasks run at a time
   */
  private static List<List<PlannedContent>> shares(List<PlannedContent> contents, int slots) {
    long bytes = contents.stream().mapToLong(PlannedContent::bytes).sum();
    long tasks = Math.max(slots, Math.min(bytes / BYTES_WORTH_A_TASK, (long) TASKS_A_SLOT * slots));
    PriorityQueue<Share> smallestFirst = new PriorityQueue<>();
    Stream.generate(Share::new).limit(Math.min(tasks, contents.size())).forEach(smallestFirst::add);
    contents.stream()
        .sorted(Comparator.comparingLong(PlannedContent::bytes).reversed())
        .forEach(
            content -> {
              Share smallest = smallestFirst.remove();
              smallest.add(content);
              smallestFirst.add(smallest);
            });
    return smallestFirst.stream().map(share -> share.contents).toList();
  }

  private static final class Share implements Comparable<Share> {
    private final List<PlannedContent> contents = new ArrayList<>();
    private long bytes;

    void add(PlannedContent content) {
      contents.add(content);
      bytes += content.bytes();
    }

    @Override
    public int compareTo(Share other) {
      return Long.compare(bytes, other.bytes);
    }
  }
}
