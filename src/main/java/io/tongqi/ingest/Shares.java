package io.tongqi.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/** Deals contents out to tasks. */
final class Shares {
  private static final long BYTES_WORTH_A_TASK = 4L << 20;
  private static final int TASKS_A_SLOT = 8;

  private Shares() {}

  /**
   * Shares of about the same size: one for each slot, and more of them where each gives its task
   * enough to do.
   *
   * @param slots how many tasks run at a time
   */
  static List<List<PlannedContent>> of(List<PlannedContent> contents, int slots) {
    long bytes = contents.stream().mapToLong(it -> it.file().sizeBytes()).sum();
    long tasks = Math.max(slots, Math.min(bytes / BYTES_WORTH_A_TASK, (long) TASKS_A_SLOT * slots));
    PriorityQueue<Share> smallestFirst = new PriorityQueue<>();
    Stream.generate(Share::new).limit(Math.min(tasks, contents.size())).forEach(smallestFirst::add);
    contents.stream()
        .sorted(Comparator.comparingLong((PlannedContent it) -> it.file().sizeBytes()).reversed())
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
      bytes += content.file().sizeBytes();
    }

    @Override
    public int compareTo(Share other) {
      return Long.compare(bytes, other.bytes);
    }
  }
}
