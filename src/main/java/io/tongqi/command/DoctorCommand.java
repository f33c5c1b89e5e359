package io.tongqi.command;

import io.tongqi.faults.SettingsException;
import io.tongqi.figures.CoverageReport;
import io.tongqi.ingest.Ingest;
import io.tongqi.settings.Settings;
import io.tongqi.settings.SourceMapping;
import io.tongqi.tables.TableException;
import io.tongqi.tables.Tables;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tongqi doctor}. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description =
        "Checks settings, mappings, delivery folders and write access, reads the first lines of each"
            + " new file, and tells what a run would do with them.",
    footerHeading = "%nExample:%n",
    footer = "  tongqi doctor --conf conf/tongqi.yaml")
public final class DoctorCommand implements Callable<Integer> {
  private static final long SAMPLE = 1_000;

  private final InstantSource clock;

  @Mixin private Conf conf;
  @Mixin private Days days;

  @Option(names = "--all", description = "read the new files to their end")
  private boolean isWhole;

  @Option(
      names = "--freshness",
      paramLabel = "HOURS",
      description =
          "check only, with exit code 3, that the newest release is not older than this and that no"
              + " delivery is due that the mappings expect")
  private Long freshness;

  DoctorCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Settings settings = conf.settings();
    if (freshness != null) {
      Opened.tables(
          "doctor", settings, it -> new Freshness(it, settings, freshness).check(clock.instant()));
      return 0;
    }
    Days.Counted counted = days.in(settings.timeZone());
    System.out.printf("settings    %s: fine%n", settings.file());
    System.out.printf(
        "reference   %d stations, %d districts, %d groups, %d categories: fine%n",
        settings.reference().stations().size(),
        settings.reference().districts().size(),
        settings.reference().groups().size(),
        settings.reference().categoryCodes().size());
    List<RuntimeException> faults = new ArrayList<>();
    Opened.session(
        "doctor",
        settings,
        spark -> {
          checkWriting(settings, spark.sparkContext().hadoopConfiguration(), faults);
          checkUpgrades(new Tables(spark, settings.warehouse()), faults);
          examine(spark, settings, counted, faults);
          CoverageReport.silences(new Tables(spark, settings.warehouse())).stream()
              .flatMap(it -> it.lines().stream())
              .forEach(line -> System.out.println("coverage    " + line));
        });
    if (!faults.isEmpty()) {
      throw Failures.together(faults);
    }
    System.out.printf(
        "a run would count up to %s, known at %s, over %d years%n",
        counted.asOf(), counted.knownAt(), settings.years());
    return 0;
  }

  private void examine(
      SparkSession spark, Settings settings, Days.Counted counted, List<RuntimeException> faults) {
    Tables tables = new Tables(spark, settings.warehouse());
    Ingest ingest = new Ingest(spark, tables, settings, counted.asOf());
    for (SourceMapping mapping : settings.sources()) {
      try {
        new Examination(spark, settings, mapping, isWhole ? Long.MAX_VALUE : SAMPLE).print(ingest);
      } catch (RuntimeException failure) {
        if (!Failures.isForeseen(failure)) {
          throw failure;
        }
        faults.add(failure);
      }
    }
  }

  private static void checkUpgrades(Tables tables, List<RuntimeException> faults) {
    try {
      tables
          .awaitedUpgrades()
          .forEach(it -> System.out.println("upgrade     the next run changes " + it));
    } catch (TableException fault) {
      faults.add(new SettingsException(List.of(fault.getMessage())));
    }
  }

  private static void checkWriting(
      Settings settings, Configuration configuration, List<RuntimeException> faults) {
    Path probe = new Path(settings.warehouse(), "doctor.probe");
    try {
      FileSystem storage = probe.getFileSystem(configuration);
      storage.create(probe, true).close();
      storage.delete(probe, false);
      System.out.printf("warehouse   %s: can be written%n", settings.warehouse());
    } catch (IOException failure) {
      faults.add(
          new SettingsException(
              List.of(
                  "%s: key warehouse: writing to %s failed: %s; correct the path or its permissions"
                      .formatted(settings.file(), settings.warehouse(), failure.getMessage()))));
    }
  }
}
