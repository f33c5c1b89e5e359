package io.tongqi.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs tasks side by side: while one waits for the storage, another computes. */
record Parallel(String name) {
  private static final int THREADS = 3;

  /**
   * Runs all tasks and waits for them.
   *
   * @throws RuntimeException the first failure; the tasks that have begun are finished before
   */
  void run(List<Runnable> tasks) {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> new Thread(task, name));
    try {
      List<Future<?>> running = new ArrayList<>();
      tasks.forEach(it -> running.add(threads.submit(it)));
      for (Future<?> it : running) {
        it.get();
      }
    } catch (ExecutionException failure) {
      throw failure.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(failure.getCause());
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(name + " was interrupted; run it again", interruption);
    } finally {
      threads.shutdownNow();
    }
  }
}
