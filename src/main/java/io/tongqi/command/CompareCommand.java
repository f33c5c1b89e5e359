package io.tongqi.command;

import io.tongqi.figures.Request;
import io.tongqi.release.Release;
import io.tongqi.release.Releases;
import io.tongqi.settings.Settings;
import io.tongqi.tables.Tables;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tongqi compare}. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = "Computes the figures as of a day from what is booked.",
    footerHeading = "%nExample:%n",
    footer = "  tongqi compare --as-of 2024-06-30 --known-at 2024-09-30")
public final class CompareCommand implements Callable<Integer> {
  @Mixin private Conf conf;
  @Mixin private Wait wait;
  @Mixin private Days days;

  @Option(
      names = "--release",
      paramLabel = "ID",
      description = "compute the figures of this release again, from the batches that it lists")
  private String releaseId;

  @Override
  public Integer call() {
    Settings settings = conf.settings();
    new Run("compare", settings, wait)
        .execute(
            (nightly, log, tables) -> {
              Request request = request(settings, tables);
              nightly.open();
              nightly.compare(request);
            });
    return 0;
  }

  private Request request(Settings settings, Tables tables) {
    if (releaseId == null) {
      Days.Counted counted = days.in(settings.timeZone());
      return new Request(counted.asOf(), counted.knownAt(), Optional.empty());
    }
    Release release = new Releases(tables.spark(), tables).reproducible(releaseId, settings);
    return new Request(release.asOf(), release.knownAt(), Optional.of(release.batches()));
  }
}
