package io.tongqi.command;

import io.tongqi.domain.Area;
import io.tongqi.domain.Metric;
import io.tongqi.domain.Vintage;
import io.tongqi.reference.AreaLevels;
import io.tongqi.release.Release;
import io.tongqi.release.Releases;
import io.tongqi.settings.Settings;
import io.tongqi.tables.Tables;
import io.tongqi.trace.CountedDays;
import io.tongqi.trace.Difference;
import io.tongqi.trace.Figure;
import io.tongqi.trace.Part;
import io.tongqi.trace.Trace;
import io.tongqi.trace.TracedRecords;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tongqi trace}. */
@Command(
    name = "trace",
    mixinStandardHelpOptions = true,
    description =
        "Lists the ledger entries, or the record versions, that add up to a published figure, to the unit; "
            + "of a rate those of its numerator and of its denominator.",
    footerHeading = "%nExample:%n",
    footer =
        "  tongqi trace --metric deaths --group road_traffic --area gaoming --window last_half --records")
public final class TraceCommand implements Callable<Integer> {
  @Mixin private Conf conf;
  @Mixin private OutputFormat format;
  @Mixin private ChosenRelease release;

  @Option(
      names = "--metric",
      paramLabel = "NAME",
      required = true,
      description = "by its column in gold.period_facts")
  private Metric metric;

  @Option(names = "--group", paramLabel = "CODE", required = true, description = "category group")
  private String group;

  @Option(
      names = "--area",
      paramLabel = "CODE",
      description = "district or station (default: the force)")
  private String area;

  @Option(names = "--window", paramLabel = "NAME", required = true, description = "the window")
  private String window;

  @Option(
      names = "--year",
      paramLabel = "YEAR",
      description = "of the window's end (default: the current period)")
  private Integer year;

  @Option(
      names = "--vintage",
      paramLabel = "NAME",
      defaultValue = "latest",
      description = "latest or equal_age (default: ${DEFAULT-VALUE})")
  private Vintage vintage;

  @ArgGroup private Earlier earlier;

  @Option(names = "--records", description = "the record versions instead of the ledger entries")
  private boolean isOfRecords;

  /** What the figure is held against. */
  private static final class Earlier {
    @Option(
        names = "--against",
        paramLabel = "ID",
        description =
            "tell instead why the figure is not that of this earlier release: record by record")
    private String releaseId;

    @Option(
        names = "--against-known-at",
        paramLabel = "DAY",
        description =
            "tell instead why the figure is not what the records knew on this earlier day: record by record")
    private LocalDate knownAt;
  }

  /** A figure as it was, and what is told of it. */
  private record Was(Trace trace, String name, Function<Part, Long> value) {}

  @Override
  public Integer call() {
    Settings settings = conf.settings();
    Area place = AreaLevels.of(settings.force().code(), settings.reference()).area(area);
    List<Part> parts = Part.of(metric);
    int[] code = new int[1];
    Opened.tables(
        "trace",
        settings,
        tables ->
            code[0] =
                release.read(
                    tables,
                    "tracing a figure",
                    it -> {
                      Trace trace = trace(tables, settings, it, place);
                      return earlier == null ? tell(trace, parts) : tellDifference(trace, parts);
                    }));
    return code[0];
  }

  private Trace trace(Tables tables, Settings settings, Release chosen, Area place) {
    if (isOfRecords || (earlier != null && earlier.knownAt != null)) {
      new Releases(tables.spark(), tables).reproducible(chosen.id(), settings);
    }
    int shown = year == null ? CountedDays.currentYear(tables, chosen, window) : year;
    return Trace.of(
        tables, settings, chosen, new Figure(metric, place, group, window, shown, vintage));
  }

  private int tellDifference(Trace now, List<Part> parts) {
    if (earlier.knownAt != null) {
      Trace before = now.knownAt(earlier.knownAt);
      String name = "the records of %s told".formatted(earlier.knownAt);
      return tellDifference(now, parts, new Was(before, name, before::sum));
    }
    Tables tables = new Tables(now.tables().spark().newSession(), now.tables().warehouse());
    tables.name();
    return AtRelease.at(
        tables,
        new Releases(tables.spark(), tables).named(earlier.releaseId),
        it -> {
          Trace before = Trace.of(tables, now.settings(), it, now.figure());
          return tellDifference(
              now, parts, new Was(before, "release %s had".formatted(it.id()), before::published));
        });
  }

  private int tellDifference(Trace now, List<Part> parts, Was was) {
    Difference difference = Difference.between(was.trace(), now);
    int code = 0;
    for (Part part : parts) {
      Dataset<Row> rows = difference.of(part).cache();
      Pager.ofThisProcess().show(format.text(rows).stripTrailing());
      long sum = Trace.sum(rows, "difference");
      Long published = now.published(part);
      Long before = was.value().apply(part);
      System.err.println(
          "%s: these add up to %d; release %s has %s, %s %s"
              .formatted(part.column(), sum, now.release().id(), published, was.name(), before));
      boolean isKnown = published != null && before != null;
      code |= isKnown && published - before != sum ? 1 : 0;
    }
    return code;
  }

  /** Prints the parts; the code is 1 where one does not add up, which must not be. */
  private int tell(Trace trace, List<Part> parts) {
    Optional<TracedRecords> records =
        isOfRecords ? Optional.of(TracedRecords.of(trace)) : Optional.empty();
    int code = 0;
    for (Part part : parts) {
      Dataset<Row> rows =
          records.map(it -> it.booking(part)).orElseGet(() -> trace.entries(part)).cache();
      long sum = Trace.sum(rows, "amount");
      Pager.ofThisProcess().show(format.text(rows.orderBy("day", rows.columns())).stripTrailing());
      Long published = trace.published(part);
      System.err.println(
          "%s: these add up to %d; published in release %s: %s"
              .formatted(part.column(), sum, trace.release().id(), published));
      code |= published == null || published == sum ? 0 : 1;
    }
    return code;
  }
}
