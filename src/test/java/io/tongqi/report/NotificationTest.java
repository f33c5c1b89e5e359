package io.tongqi.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotificationTest {
  @TempDir private Path folder;

  @Test
  void shouldGiveTheDocumentToTheCommand() {
    // given
    Path told = folder.resolve("told");

    // when
    Notification.send(List.of("sh", "-c", "cat > '" + told + "'"), "{\"名\": 1}");

    // then
    assertThat(told).hasContent("{\"名\": 1}");
  }

  @Test
  void shouldCallNothingWhereThereIsNoCommand() {
    assertThatCode(() -> Notification.send(List.of(), "{}")).doesNotThrowAnyException();
  }

  @Test
  void shouldNotMindACommandThatReadsNothing() {
    assertThatCode(() -> Notification.send(List.of("true"), "x".repeat(1_000_000)))
        .doesNotThrowAnyException();
  }

  @Test
  void shouldSayWhatFailed() {
    assertThatThrownBy(() -> Notification.send(List.of("sh", "-c", "exit 4"), "{}"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage(
            "notifying by sh -c exit 4: it left with exit code 4; correct the command or the key"
                + " notify of the settings");
    assertThatThrownBy(() -> Notification.send(List.of("/no/such/alarm"), "{}"))
        .hasMessageStartingWith("notifying by /no/such/alarm: ")
        .hasMessageContaining("No such file");
  }
}
