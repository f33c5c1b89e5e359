package io.tongqi.command;

import io.tongqi.faults.SettingsException;
import io.tongqi.ingest.Acceptances;
import io.tongqi.ingest.DeliveryPlan;
import io.tongqi.ingest.Ingest;
import io.tongqi.settings.Settings;
import io.tongqi.settings.SourceMapping;
import io.tongqi.tables.Tables;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tongqi accept}. */
@Command(
    name = "accept",
    mixinStandardHelpOptions = true,
    description =
        "Lets the next run take in a batch that a rule of shares refused: as it is, with who says so"
            + " and why. A batch is its files and its mapping; with others it is another one.",
    footerHeading = "%nExample:%n",
    footer =
        "  tongqi accept calls-0003-5f2a90c1d7e4 --because \"the north station closed, its calls end\"")
public final class AcceptCommand implements Callable<Integer> {
  private final InstantSource clock;

  @Mixin private Conf conf;
  @Mixin private Wait wait;

  @Parameters(paramLabel = "BATCH", description = "the batch, as the refusal names it")
  private String batchId;

  @Option(
      names = "--because",
      paramLabel = "TEXT",
      required = true,
      description =
          "why it is right as it is; stands in bronze.acceptances and in the run's report")
  private String because;

  AcceptCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    if (because.isBlank()) {
      throw new SettingsException(
          List.of("--because: the text is empty; say why the batch is right as it is"));
    }
    Settings settings = conf.settings();
    new Run("accept", settings, wait)
        .execute(
            (nightly, log, tables) -> {
              tables.create();
              String source = source(settings, tables);
              new Acceptances(tables)
                  .add(
                      batchId,
                      source,
                      clock.instant(),
                      System.getProperty("user.name"),
                      because.strip());
              log.line("accepted " + batchId + "; the next run takes it in");
            });
    return 0;
  }

  /** The source that waits for the batch, to be taken in or to be remapped. */
  private String source(Settings settings, Tables tables) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), settings.timeZone());
    Ingest ingest = new Ingest(tables.spark(), tables, settings, today);
    List<String> awaited = new ArrayList<>();
    for (SourceMapping mapping : settings.sources()) {
      if (!batchId.startsWith(mapping.source() + "-")) {
        continue;
      }
      for (DeliveryPlan.Scope scope : DeliveryPlan.Scope.values()) {
        Optional<String> next = ingest.awaited(mapping, scope);
        if (next.filter(batchId::equals).isPresent()) {
          return mapping.source();
        }
        next.ifPresent(awaited::add);
      }
    }
    throw new SettingsException(
        List.of(
            "accept %s: no source has this batch to take in%s; name one that a run refused, whose files and mapping are still the same"
                .formatted(
                    batchId, awaited.isEmpty() ? "" : ", but " + String.join(", ", awaited))));
  }
}
