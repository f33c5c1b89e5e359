package io.tongqi.command;

import io.tongqi.faults.SettingsException;
import io.tongqi.settings.Settings;
import io.tongqi.settings.SourceMapping;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tongqi ingest}. */
@Command(
    name = "ingest",
    mixinStandardHelpOptions = true,
    description = "Takes in the files that are new in the delivery folders and books them.",
    footerHeading = "%nExample:%n",
    footer = "  tongqi ingest --conf conf/tongqi.yaml --remap calls")
public final class IngestCommand implements Callable<Integer> {
  @Mixin private Conf conf;
  @Mixin private Wait wait;
  @Mixin private LastDay lastDay;

  @Option(
      names = "--remap",
      paramLabel = "SOURCE",
      description =
          "read all deliveries of this source again, after its mapping or the reference data"
              + " changed, and book the difference; may be repeated")
  private Set<String> remapped = new TreeSet<>();

  @Option(names = "--dry-run", description = "tell what would be taken in, write nothing")
  private boolean isDryRun;

  @Override
  public Integer call() {
    Settings settings = conf.settings();
    refuseUnknown(settings);
    LocalDate asOf = lastDay.in(settings.timeZone());
    if (isDryRun) {
      new DryRun(settings, remapped, asOf).print();
      return 0;
    }
    new Run("ingest", settings, wait)
        .execute(
            (nightly, log, tables) -> {
              nightly.open();
              nightly.ingest(remapped, asOf).refused().end();
            });
    return 0;
  }

  private void refuseUnknown(Settings settings) {
    List<String> sources = settings.sources().stream().map(SourceMapping::source).toList();
    for (String source : remapped) {
      if (!sources.contains(source)) {
        throw new SettingsException(
            List.of(
                "--remap %s: there is no such source; the settings %s name %s"
                    .formatted(source, settings.file(), String.join(", ", sources))));
      }
    }
  }
}
