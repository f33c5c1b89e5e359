package io.tongqi.command;

import io.tongqi.faults.SettingsException;
import io.tongqi.figures.Request;
import io.tongqi.release.Release;
import io.tongqi.settings.Settings;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tongqi backfill}. */
@Command(
    name = "backfill",
    mixinStandardHelpOptions = true,
    description =
        "Computes and releases the figures of past days, each as known at that day, from what is"
            + " booked now. Takes nothing in.",
    footerHeading = "%nExample:%n",
    footer = "  tongqi backfill 2023-01-31 2023-12-31")
public final class BackfillCommand implements Callable<Integer> {
  @Mixin private Conf conf;
  @Mixin private Wait wait;

  @Parameters(index = "0", paramLabel = "FROM", description = "the first day that may be published")
  private LocalDate from;

  @Parameters(index = "1", paramLabel = "TO", description = "the last day that may be published")
  private LocalDate to;

  /** Which of the days are published. */
  enum Step {
    /** The last day of each month. */
    MONTH,
    /** Each Sunday. */
    WEEK,
    /** All. */
    DAY;

    private boolean ends(LocalDate day) {
      return switch (this) {
        case MONTH -> day.equals(day.with(TemporalAdjusters.lastDayOfMonth()));
        case WEEK -> day.getDayOfWeek() == java.time.DayOfWeek.SUNDAY;
        case DAY -> true;
      };
    }
  }

  @Option(
      names = "--every",
      paramLabel = "STEP",
      defaultValue = "month",
      description =
          "month (its last day), week (its Sunday) or day (default: ${DEFAULT-VALUE}); beside month"
              + " ends, only the last seven days that were computed are kept")
  private Step step;

  @Option(
      names = "--known-at",
      paramLabel = "DAY",
      description =
          "count what was recorded up to this day, for all (default: the day published itself)")
  private LocalDate knownAt;

  @Option(
      names = "--republish",
      description = "publish days again that have a release, which can still be read")
  private boolean isRepublished;

  @Override
  public Integer call() {
    List<Request> days = days();
    Settings settings = conf.settings();
    new Run("backfill", settings, wait)
        .execute(
            (nightly, log, tables) -> {
              List<String> ids = new ArrayList<>();
              log.note("releases", ids);
              Consumer<Release> released =
                  release -> {
                    ids.add(release.id());
                    log.line("release %s, known at %s".formatted(release.id(), release.knownAt()));
                  };
              if (isRepublished) {
                nightly.republish(days, released);
              } else {
                nightly.backfill(days, released);
              }
            });
    return 0;
  }

  private List<Request> days() {
    List<Request> days =
        (to.isBefore(from)
                ? Stream.<LocalDate>of()
                : Stream.iterate(from, day -> day.plusDays(1))
                    .limit(ChronoUnit.DAYS.between(from, to) + 1))
            .filter(day -> step.ends(day))
            .map(day -> new Request(day, knownAt == null ? day : knownAt, Optional.empty()))
            .toList();
    if (days.isEmpty()) {
      throw new SettingsException(
          List.of(
              "backfill %s %s: there is no day to publish between them; by default months are published on their last day: give one, or --every day"
                  .formatted(from, to)));
    }
    return days;
  }
}
