package io.tongqi.command;

import io.tongqi.faults.FaultsException;
import io.tongqi.faults.SettingsException;
import io.tongqi.ingest.DeliveryPlan;
import io.tongqi.ingest.Ingest;
import io.tongqi.settings.Settings;
import io.tongqi.settings.SourceMapping;
import io.tongqi.tables.Tables;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tongqi doctor}. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description =
        "Checks settings, mappings, delivery folders and write access, and tells what a run would do.",
    footerHeading = "%nExample:%n",
    footer = "  tongqi doctor --conf conf/tongqi.yaml")
public final class DoctorCommand implements Callable<Integer> {
  @Mixin private Conf conf;
  @Mixin private Days days;

  @Override
  public Integer call() {
    Settings settings = conf.settings();
    System.out.printf("settings    %s: fine%n", settings.file());
    System.out.printf(
        "reference   %d stations, %d districts, %d groups, %d categories: fine%n",
        settings.reference().stations().size(),
        settings.reference().districts().size(),
        settings.reference().groups().size(),
        settings.reference().categories().stream().map(it -> it.category()).distinct().count());
    List<String> faults = new ArrayList<>();
    Opened.session(
        "doctor",
        settings,
        spark -> {
          checkWriting(settings, spark.sparkContext().hadoopConfiguration(), faults);
          Tables tables = new Tables(spark, settings.warehouse());
          Ingest ingest = new Ingest(spark, tables, settings);
          settings.sources().forEach(mapping -> check(ingest, mapping, faults));
        });
    if (!faults.isEmpty()) {
      throw new SettingsException(faults);
    }
    Days.Counted counted = days.in(settings.timeZone());
    System.out.printf(
        "a run would count up to %s, known at %s, over %d years%n",
        counted.asOf(), counted.knownAt(), settings.years());
    return 0;
  }

  private static void check(Ingest ingest, SourceMapping mapping, List<String> faults) {
    try {
      DeliveryPlan plan = ingest.plan(mapping, DeliveryPlan.Scope.NEW);
      System.out.printf(
          "source      %s: fine; %d files to take in%n", mapping.source(), plan.files().size());
    } catch (FaultsException failure) {
      faults.addAll(failure.faults());
    }
  }

  private static void checkWriting(
      Settings settings, Configuration configuration, List<String> faults) {
    Path probe = new Path(settings.warehouse(), "doctor.probe");
    try {
      FileSystem storage = probe.getFileSystem(configuration);
      storage.create(probe, true).close();
      storage.delete(probe, false);
      System.out.printf("warehouse   %s: can be written%n", settings.warehouse());
    } catch (IOException failure) {
      faults.add(
          "%s: key warehouse: writing to %s failed: %s; correct the path or its permissions"
              .formatted(settings.file(), settings.warehouse(), failure.getMessage()));
    }
  }
}
