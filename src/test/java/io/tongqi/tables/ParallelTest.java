package io.tongqi.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class ParallelTest {
  @Test
  void shouldRunAllTasks() {
    Set<Integer> done = ConcurrentHashMap.newKeySet();

    new Parallel("test").run(List.of(() -> done.add(1), () -> done.add(2), () -> done.add(3)));

    assertThat(done).containsExactlyInAnyOrder(1, 2, 3);
  }

  @Test
  void shouldFailAsTheTaskDid() {
    IllegalArgumentException failure = new IllegalArgumentException("no such table");

    assertThatThrownBy(
            () ->
                new Parallel("test")
                    .run(
                        List.of(
                            () -> {
                              throw failure;
                            })))
        .isSameAs(failure);
  }

  @Test
  void shouldFailOnceAllTasksHaveEndedWithTheOtherFailuresSuppressed() {
    IllegalArgumentException first = new IllegalArgumentException("no such table");
    IllegalStateException second = new IllegalStateException("no such column");
    Set<Integer> done = ConcurrentHashMap.newKeySet();

    assertThatThrownBy(
            () ->
                new Parallel("test")
                    .run(List.of(failing(first), () -> done.add(2), failing(second))))
        .isSameAs(first)
        .hasSuppressedException(second);
    assertThat(done).containsExactly(2);
  }

  @Test
  void shouldGiveResultsInTheOrderOfTheTasks() {
    assertThat(new Parallel("test").<Integer>collect(List.of(() -> 1, () -> 2, () -> 3)))
        .containsExactly(1, 2, 3);
  }

  private static Runnable failing(RuntimeException failure) {
    return () -> {
      throw failure;
    };
  }
}
