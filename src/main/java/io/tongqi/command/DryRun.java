package io.tongqi.command;

import io.tongqi.faults.FaultsException;
import io.tongqi.ingest.DeliveryPlan;
import io.tongqi.ingest.Ingest;
import io.tongqi.settings.Settings;
import io.tongqi.settings.SourceMapping;
import io.tongqi.tables.Tables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.SparkSession;

/** Tells what a run would take in; writes nothing, not even the tables. */
record DryRun(Settings settings, Set<String> remapped, LocalDate asOf) {
  /**
   * Prints the files of each source.
   *
   * @throws FaultsException the faults of the first source that has some, with those of the others
   *     suppressed in it
   */
  void print() {
    Opened.session("dry run", settings, this::print);
  }

  private void print(SparkSession spark) {
    Ingest ingest = new Ingest(spark, new Tables(spark, settings.warehouse()), settings, asOf);
    List<FaultsException> faults = new ArrayList<>();
    for (SourceMapping mapping : settings.sources()) {
      try {
        DeliveryPlan plan = ingest.plan(mapping, DeliveryPlan.Scope.of(mapping, remapped));
        System.out.printf(
            "would take in %d files of source %s%n", plan.files().size(), mapping.source());
        plan.files().keySet().forEach(file -> System.out.println("  " + file.path()));
      } catch (FaultsException fault) {
        faults.add(fault);
      }
    }
    if (!faults.isEmpty()) {
      throw Failures.together(faults);
    }
  }
}
