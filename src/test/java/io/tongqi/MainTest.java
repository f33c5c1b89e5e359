package io.tongqi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MainTest {
  @Test
  void shouldExist() {
    assertThat(Main.class).isNotNull();
  }
}
