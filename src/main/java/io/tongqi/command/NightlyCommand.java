package io.tongqi.command;

import io.tongqi.domain.Language;
import io.tongqi.faults.SettingsException;
import io.tongqi.report.RunLog;
import io.tongqi.settings.Settings;
import io.tongqi.summary.LeadingFigures;
import io.tongqi.tables.Tables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tongqi nightly}. */
@Command(
    name = "nightly",
    mixinStandardHelpOptions = true,
    description =
        "Takes in what is new, computes the figures as of a day and releases them as one set.",
    footerHeading = "%nExample:%n",
    footer = "  tongqi nightly --as-of 2024-06-30 --show jobs/queries/figures.sql")
public final class NightlyCommand implements Callable<Integer> {
  @Mixin private Conf conf;
  @Mixin private Wait wait;
  @Mixin private Days days;

  @Option(
      names = "--show",
      paramLabel = "FILE",
      description = "print the result of the SQL query in this file at the end; may be repeated")
  private List<Path> shown = List.of();

  @Option(
      names = "--lang",
      paramLabel = "LANGUAGE",
      description = "of the summary at the end: zh or en (default: that of the system)")
  private Language language = Language.of(Locale.getDefault());

  @Option(names = "--dry-run", description = "tell what would be taken in, write nothing")
  private boolean isDryRun;

  @Override
  public Integer call() {
    Settings settings = conf.settings();
    Days.Counted counted = days.in(settings.timeZone());
    List<String> queries = shown.stream().map(NightlyCommand::text).toList();
    if (isDryRun) {
      new DryRun(settings, Set.of(), counted.asOf()).print();
      System.out.printf(
          "would compute and release the figures up to %s, known at %s%n",
          counted.asOf(), counted.knownAt());
      return 0;
    }
    new Run("nightly", settings, wait)
        .execute(
            (nightly, log, tables) ->
                nightly.run(
                    counted.asOf(),
                    counted.knownAt(),
                    release -> {
                      log.note("release", release.id());
                      log.line("");
                      log.line(
                          "release %s of %s; the tables are in %s"
                              .formatted(
                                  release.id(), settings.force().nameEn(), settings.warehouse()));
                      show(queries, tables, log);
                      tell(new LeadingFigures(tables, settings, release), log);
                    }));
    return 0;
  }

  private static void show(List<String> queries, Tables tables, RunLog log) {
    if (!queries.isEmpty()) {
      log.step(
              "show",
              () ->
                  tables.eachApart(
                      "show", queries, (own, it) -> Output.TABLE.text(own.spark().sql(it))),
              texts -> "")
          .forEach(text -> log.line("\n" + text.stripTrailing()));
    }
  }

  private void tell(LeadingFigures figures, RunLog log) {
    List<String> lines = log.step("summary", () -> figures.lines(language), it -> "");
    log.line("");
    lines.forEach(log::line);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new SettingsException(
          List.of(
              "--show %s: the file cannot be read (%s); name a file that holds one SQL query"
                  .formatted(file, failure.getMessage())));
    }
  }
}
