package io.tongqi.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongqi.faults.SettingsException;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequestTest {
  private static final LocalDate END_OF_JUNE = LocalDate.of(2024, 6, 30);

  @Test
  void shouldRefuseToCountDaysThatWereNotKnownYet() {
    assertThatThrownBy(() -> new Request(END_OF_JUNE, LocalDate.of(2024, 6, 29), Optional.empty()))
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "--known-at: 2024-06-29 is before --as-of 2024-06-30, so that the last days would be"
                + " missing; give 2024-06-30 or later");
  }

  @Test
  void shouldKnowTheRecordsOfTheLastDayByDefault() {
    assertThat(Request.of(END_OF_JUNE).knownAt()).isEqualTo(END_OF_JUNE);
  }
}
