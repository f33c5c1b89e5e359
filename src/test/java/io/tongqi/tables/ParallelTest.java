package io.tongqi.metrics;

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
}
