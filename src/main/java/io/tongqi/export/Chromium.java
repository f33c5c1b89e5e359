package io.tongqi.export;

import io.tongqi.faults.SettingsException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.annotation.Nullable;
import org.apache.commons.io.FileUtils;

/**
 * Prints pages with Chromium or Chrome.
 *
 * @param program its program
 */
public record Chromium(Path program) {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final int SECONDS = 120;
  private static final int MILLISECONDS_OF_THE_PAGE = 10_000;

  /**
   * Looks for it.
   *
   * @param named the program, if it was named
   * @param path the folders of programs, as the environment variable PATH has them
   * @throws SettingsException when there is none
   */
  public static Chromium find(@Nullable String named, String path) {
    Stream<Path> candidates =
        named == null
            ? Stream.of(path.split(File.pathSeparator, -1))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
            : Stream.of(Path.of(named));
    return candidates
        .filter(Files::isExecutable)
        .findFirst()
        .map(Chromium::new)
        .orElseThrow(
            () ->
                new SettingsException(
                    List.of(
                        "looking for Chromium, which prints the PDF: %s; install it (Debian: apt-get install chromium fonts-noto-cjk) or name its program in TONGQI_CHROMIUM"
                            .formatted(
                                named == null
                                    ? "none of %s is in PATH".formatted(String.join(", ", NAMES))
                                    : named + " is no program"))));
  }

  /**
   * Prints a page as a PDF with outline and tags.
   *
   * @return the PDF, beside the page
   * @throws SettingsException when it cannot be printed
   */
  public Path print(Path page) {
    Path pdf = page.resolveSibling(page.getFileName().toString().replaceFirst("\\.html$", ".pdf"));
    Path part = PageFile.part(pdf);
    try {
      Path profile = Files.createTempDirectory("tongqi-chromium");
      try {
        run(profile, page, part);
      } finally {
        FileUtils.deleteQuietly(profile.toFile());
      }
      PageFile.replace(part, pdf);
      return pdf;
    } catch (IOException failure) {
      throw failure(page, failure.toString());
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw failure(page, "waiting for it was interrupted");
    }
  }

  private void run(Path profile, Path page, Path pdf) throws IOException, InterruptedException {
    Path log = profile.resolve("log");
    Process process =
        new ProcessBuilder(command(profile, page, pdf))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw failure(page, "it took longer than %d seconds".formatted(SECONDS));
    }
    if (process.exitValue() != 0 || !Files.exists(pdf)) {
      throw failure(page, Files.readString(log, StandardCharsets.UTF_8).strip());
    }
  }

  private List<String> command(Path profile, Path page, Path pdf) {
    Stream<String> options =
        Stream.of(
            program.toString(),
            "--headless",
            "--disable-gpu",
            "--no-first-run",
            "--user-data-dir=" + profile,
            "--no-pdf-header-footer",
            "--generate-pdf-document-outline",
            "--virtual-time-budget=" + MILLISECONDS_OF_THE_PAGE,
            "--print-to-pdf=" + pdf.toAbsolutePath());
    // Chromium refuses its sandbox to root; the page is Tongqi's own and may load nothing.
    Stream<String> unboxed =
        Optional.of(System.getProperty("user.name")).filter("root"::equals).stream()
            .map(root -> "--no-sandbox");
    return Stream.of(options, unboxed, Stream.of(page.toAbsolutePath().toUri().toString()))
        .flatMap(it -> it)
        .toList();
  }

  private SettingsException failure(Path page, String what) {
    return new SettingsException(
        List.of(
            "printing %s as a PDF by %s: %s; print the page by hand, or mend the installation of Chromium"
                .formatted(page, program, what)));
  }
}
