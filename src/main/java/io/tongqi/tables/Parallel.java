package io.tongqi.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Runs tasks side by side: while one waits for the storage, another computes.
 *
 * @param name of what they do together
 */
public record Parallel(String name) {
  private static final int THREADS = 4;

  /**
   * Runs all tasks and waits for them.
   *
   * @throws RuntimeException the first failure, with the others suppressed in it; by then all tasks
   *     have ended
   */
  public void run(List<Runnable> tasks) {
    List<Supplier<Boolean>> suppliers = new ArrayList<>();
    for (Runnable task : tasks) {
      suppliers.add(
          () -> {
            task.run();
            return true;
          });
    }
    collect(suppliers);
  }

  /**
   * Runs all tasks and gives what came of them, in their order.
   *
   * @throws RuntimeException the first failure, with the others suppressed in it; by then all tasks
   *     have ended
   */
  public <T> List<T> collect(List<Supplier<T>> tasks) {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> new Thread(task, name));
    try {
      List<Future<T>> running = new ArrayList<>();
      tasks.forEach(task -> running.add(threads.submit(task::get)));
      return results(running);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(name + " was interrupted; run it again", interruption);
    } finally {
      threads.shutdownNow();
    }
  }

  private static <T> List<T> results(List<Future<T>> running) throws InterruptedException {
    List<T> results = new ArrayList<>();
    RuntimeException first = null;
    for (Future<T> task : running) {
      try {
        results.add(task.get());
      } catch (ExecutionException failed) {
        RuntimeException failure = unwrapped(failed.getCause());
        if (first == null) {
          first = failure;
        } else if (first != failure) {
          first.addSuppressed(failure);
        }
      }
    }
    if (first != null) {
      throw first;
    }
    return results;
  }

  private static RuntimeException unwrapped(Throwable failure) {
    return failure instanceof RuntimeException unchecked
        ? unchecked
        : new IllegalStateException(failure);
  }
}
