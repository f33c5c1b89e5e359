package io.tongqi.command;

import io.tongqi.domain.Area;
import io.tongqi.domain.Metric;
import io.tongqi.domain.Vintage;
import io.tongqi.reference.AreaLevels;
import io.tongqi.release.Release;
import io.tongqi.release.Releases;
import io.tongqi.settings.Settings;
import io.tongqi.tables.Tables;
import io.tongqi.trace.Difference;
import io.tongqi.trace.Part;
import io.tongqi.trace.Trace;
import io.tongqi.trace.Trace.Figure;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tongqi trace}. */
@Command(
    name = "trace",
    mixinStandardHelpOptions = true,
    description = {
      "Lists the ledger entries, or the record versions, that add up to a published figure, to the unit;",
      "of a rate those of its numerator and of its denominator."
    },
    footerHeading = "%nExample:%n",
    footer =
        "  tongqi trace --metric deaths --group road_traffic --area gaoming --window last_half --records")
public final class TraceCommand implements Callable<Integer> {
  @Mixin private Conf conf;
  @Mixin private OutputFormat format;

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

  @Option(
      names = "--as-of",
      paramLabel = "DAY",
      description = "the newest release of this day (default: of the newest day)")
  private LocalDate asOf;

  @Option(names = "--release", paramLabel = "ID", description = "this release")
  private String releaseId;

  @Option(
      names = "--against",
      paramLabel = "ID",
      description =
          "tell instead why the figure is not that of this earlier release: record by record")
  private String againstId;

  @Option(names = "--records", description = "the record versions instead of the ledger entries")
  private boolean isOfRecords;

  @Override
  public Integer call() {
    Settings settings = conf.settings();
    Area place = AreaLevels.of(settings.force().code(), settings.reference()).area(area);
    List<Part> parts = Part.of(metric);
    int[] code = new int[1];
    Opened.tables(
        "trace",
        settings,
        tables -> {
          Release release = release(tables, settings);
          Trace trace = trace(tables, settings, release, place);
          for (Part part : parts) {
            code[0] |= againstId == null ? tell(trace, part) : tellDifference(trace, part);
          }
        });
    return code[0];
  }

  private Trace trace(Tables tables, Settings settings, Release release, Area place) {
    tables.name(release.tableVersions());
    int shown = year == null ? Trace.currentYear(tables, release, window) : year;
    return new Trace(
        tables, settings, release, new Figure(metric, place, group, window, shown, vintage));
  }

  private Release release(Tables tables, Settings settings) {
    Releases releases = new Releases(tables.spark(), tables);
    Release chosen = releases.chosen(releaseId, asOf, "tracing a figure", "run nightly first");
    return isOfRecords ? releases.reproducible(chosen.id(), settings) : chosen;
  }

  private int tellDifference(Trace now, Part part) {
    Tables earlier = new Tables(now.tables().spark().newSession(), now.tables().warehouse());
    earlier.name();
    Release release = new Releases(earlier.spark(), earlier).named(againstId);
    earlier.name(release.tableVersions());
    Trace before = new Trace(earlier, now.settings(), release, now.figure());
    before.refuseOtherDays(now);
    Dataset<Row> rows = new Difference(before, now).of(part).cache();
    Pager.ofThisProcess().show(format.text(rows).stripTrailing());
    long sum = sum(rows, "difference");
    Long published = now.published(part);
    Long was = before.published(part);
    boolean isKnown = published != null && was != null;
    System.err.println(
        "%s: these add up to %d; release %s has %s, release %s had %s"
            .formatted(part.column(), sum, now.release().id(), published, againstId, was));
    return isKnown && published - was != sum ? 1 : 0;
  }

  private static long sum(Dataset<Row> rows, String column) {
    Row sum = rows.agg(functions.sum(column)).first();
    return sum.isNullAt(0) ? 0 : sum.getLong(0);
  }

  /** Prints a part; the code is 1 where it does not add up, which must not be. */
  private int tell(Trace trace, Part part) {
    Long published = trace.published(part);
    Dataset<Row> rows = (isOfRecords ? trace.versions(part) : trace.entries(part)).cache();
    long sum = sum(rows, "amount");
    Pager.ofThisProcess().show(format.text(rows.orderBy("day", rows.columns())).stripTrailing());
    boolean isSame = published != null && published == sum;
    System.err.println(
        "%s: these add up to %d; published in release %s: %s"
            .formatted(part.column(), sum, trace.release().id(), published));
    return isSame || published == null ? 0 : 1;
  }
}
