package io.tongqi.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongqi.faults.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChromiumTest {
  @TempDir private Path folder;

  private Path program(String name, String script) throws IOException {
    Path program = folder.resolve(name);
    Files.writeString(program, "#!/bin/sh\n" + script + "\n");
    return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void shouldFindTheFirstOfItsNamesAndTheOneThatIsNamed() throws IOException {
    Path chrome = program("google-chrome", "exit 0");
    Path own = program("own", "exit 0");

    assertThat(Chromium.find(null, "/nowhere:" + folder).program()).isEqualTo(chrome);
    assertThat(Chromium.find(own.toString(), "").program()).isEqualTo(own);
  }

  @Test
  void shouldTellWhatToInstallWhereThereIsNone() {
    assertThatThrownBy(() -> Chromium.find(null, folder.toString()))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(
            "none of chromium, chromium-browser, google-chrome, google-chrome-stable is in PATH; install it (Debian: apt-get install chromium fonts-noto-cjk) or name its program in TONGQI_CHROMIUM");
    assertThatThrownBy(() -> Chromium.find("/no/such", folder.toString()))
        .hasMessageContaining("/no/such is no program");
  }

  @Test
  void shouldTellWhatItSaidWhenItFails() throws IOException {
    Path page = Files.writeString(folder.resolve("page.html"), "<p>");
    Chromium failing = new Chromium(program("failing", "echo no display; exit 1"));

    assertThatThrownBy(() -> failing.print(page))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("no display; print the page by hand");
    assertThat(folder.resolve("page.pdf")).doesNotExist();
  }
}
