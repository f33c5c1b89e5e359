package io.tongqi.command;

import io.tongqi.claims.Draft;
import io.tongqi.claims.Terms;
import io.tongqi.faults.SettingsException;
import io.tongqi.settings.ClaimsFile;
import io.tongqi.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tongqi claims draft}. */
@Command(
    name = "draft",
    mixinStandardHelpOptions = true,
    description =
        "Proposes a file of statements from a text, Chinese or English, and lists the sentences with numbers "
            + "that it could not place. It proposes; you decide.",
    footerHeading = "%nExample:%n",
    footer = "  tongqi claims draft --area gaoming --window last_half report.txt > claims.yaml")
public final class ClaimsDraftCommand implements Callable<Integer> {
  @Mixin private Conf conf;

  @Option(
      names = "--area",
      paramLabel = "CODE",
      description = "what the text is about: a district or station (default: the force)")
  private String area;

  @Option(
      names = "--window",
      paramLabel = "NAME",
      defaultValue = "last_half",
      description = "the window that it is about (default: ${DEFAULT-VALUE})")
  private String window;

  @Option(
      names = "--as-of",
      paramLabel = "DAY",
      description = "the last day counted (default: that of the newest release)")
  private LocalDate asOf;

  @Parameters(paramLabel = "TEXT", description = "a file of text in UTF-8")
  private Path text;

  @Override
  public Integer call() {
    Settings settings = conf.settings();
    Draft draft =
        Draft.of(
            read(),
            Terms.metrics(),
            settings.reference().groups(),
            settings.reference().activities());
    ClaimsFile file =
        new ClaimsFile(
            text, area == null ? settings.force().code() : area, window, asOf, draft.claims());
    System.out.print(file.yaml());
    draft.unplaced().forEach(it -> System.out.println("# not placed: " + it));
    return 0;
  }

  private String read() {
    try {
      return Files.readString(text);
    } catch (IOException failure) {
      throw new SettingsException(
          List.of(
              "reading the text %s: %s; name a file of text in UTF-8".formatted(text, failure)));
    }
  }
}
