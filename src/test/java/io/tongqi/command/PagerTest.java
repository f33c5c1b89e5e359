package io.tongqi.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagerTest {
  @TempDir private Path folder;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Test
  void shouldPrintWhereNobodySitsBeforeATerminal() {
    new Pager(out, Optional.empty()).show("rows");

    assertThat(printed()).isEqualTo("rows\n");
  }

  @Test
  void shouldLeaveTheTextToThePager() {
    // given
    Path paged = folder.resolve("paged");

    // when
    new Pager(out, Optional.of(List.of("tee", paged.toString()))).show("同期");

    // then
    assertThat(printed()).isEmpty();
    assertThat(paged).hasContent("同期\n");
  }

  @Test
  void shouldPrintWhatAPagerThatIsNotThereCannotShow() throws IOException {
    new Pager(out, Optional.of(List.of("sh", "-c", "no-such-pager"))).show("rows");
    new Pager(out, Optional.of(List.of("no-such-shell"))).show("rows");

    assertThat(printed()).isEqualTo("rows\nrows\n");
  }

  @Test
  void shouldNotMindAReaderWhoHasSeenEnough() {
    new Pager(out, Optional.of(List.of("true"))).show("row\n".repeat(1_000_000));

    assertThat(printed()).isEmpty();
  }
}
