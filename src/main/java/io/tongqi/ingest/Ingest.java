package io.tongqi.ingest;

import io.tongqi.domain.Format;
import io.tongqi.faults.DataRefusedException;
import io.tongqi.faults.SettingsException;
import io.tongqi.settings.Settings;
import io.tongqi.settings.SourceMapping;
import io.tongqi.tables.Tables;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/** Deliveries → bronze: takes in what is new in the delivery folder of a source. */
public final class Ingest {
  private final SparkSession spark;
  private final Tables tables;
  private final Settings settings;
  private final LocalDate asOf;

  /**
   * Takes in deliveries by these settings.
   *
   * @param asOf the last day to count, by which a date is found to lie in the future
   */
  public Ingest(SparkSession spark, Tables tables, Settings settings, LocalDate asOf) {
    this.spark = spark;
    this.tables = tables;
    this.settings = settings;
    this.asOf = asOf;
  }

  /**
   * Reads what is new into {@code bronze.record_versions} and {@code bronze.quarantine} under a
   * batch that does not stand yet: its receipts are the caller's to write, after the ledger.
   *
   * @return empty when nothing is new
   * @throws SettingsException when mapping and folder do not fit each other
   * @throws DataRefusedException when files cannot be read, or too many lines are rejected; what it
   *     wrote is for {@link Batches#discardUnfinished} to remove
   */
  public Optional<Batch> take(SourceMapping mapping, DeliveryPlan.Scope scope) {
    Receipts held = Receipts.read(tables, mapping.source());
    refuseChangedMapping(mapping, held, scope);
    DeliveryPlan plan = plan(mapping, held, scope);
    if (plan.isEmpty()) {
      return Optional.empty();
    }
    long number = held.newestBatchNumber() + 1;
    try {
      return Optional.of(
          new BatchWriter(spark, tables, settings, mapping, asOf)
              .write(plan, held, scope, number, batchId(mapping, plan, number)));
    } catch (Exception failure) {
      Optional<DataRefusedException> refusal = ReadingFailure.of(failure, mapping);
      if (refusal.isPresent()) {
        throw refusal.get();
      }
      throw failure;
    }
  }

  /**
   * What {@link #take} would read, without writing anything.
   *
   * @throws SettingsException when mapping and folder do not fit each other, or an expression
   *     cannot be evaluated
   * @throws DataRefusedException when files cannot be read
   */
  public DeliveryPlan plan(SourceMapping mapping, DeliveryPlan.Scope scope) {
    Receipts held = Receipts.read(tables, mapping.source());
    refuseChangedMapping(mapping, held, scope);
    if (mapping.format() != Format.PARQUET) {
      List<String> columns = List.copyOf(Expressions.inputColumns(spark, mapping).keySet());
      new CanonicalRecords(spark, mapping, settings)
          .of(new DeliveredRows(spark, mapping, columns).none());
    }
    return plan(mapping, held, scope);
  }

  /**
   * What {@link #take} would make of the first lines of each file that it would read, without
   * writing anything.
   *
   * @param lines how many lines of each file are read
   * @throws io.tongqi.faults.FaultsException as {@link #plan} does
   */
  public Inspection inspect(SourceMapping mapping, DeliveryPlan.Scope scope, long lines) {
    DeliveryPlan plan = plan(mapping, scope);
    return Inspection.of(
        new JudgedRows(spark, settings, mapping),
        plan,
        Receipts.read(tables, mapping.source()),
        lines);
  }

  /**
   * The batch that would be taken in next, by its id; empty when nothing is new.
   *
   * @throws SettingsException when mapping and folder do not fit each other
   * @throws io.tongqi.faults.DataRefusedException when files cannot be read
   */
  public Optional<String> awaited(SourceMapping mapping, DeliveryPlan.Scope scope) {
    Receipts held = Receipts.read(tables, mapping.source());
    DeliveryPlan plan = plan(mapping, held, scope);
    return plan.isEmpty()
        ? Optional.empty()
        : Optional.of(batchId(mapping, plan, held.newestBatchNumber() + 1));
  }

  private DeliveryPlan plan(SourceMapping mapping, Receipts held, DeliveryPlan.Scope scope) {
    Map<String, String> keys = Expressions.inputColumns(spark, mapping);
    List<String> columns = List.copyOf(keys.keySet());
    Configuration configuration = spark.sparkContext().hadoopConfiguration();
    List<DeliveredFile> found = DeliveredFile.list(mapping, configuration);
    if (found.isEmpty() && held.isEmpty()) {
      throw new SettingsException(
          List.of(
              "%s: key files: no file in %s matches %s; correct the pattern or deliver files"
                  .formatted(mapping.file(), mapping.root(), mapping.files())));
    }
    if (scope == DeliveryPlan.Scope.ALL) {
      refuseMissing(mapping, held, found);
    }
    Map<DeliveredFile, ContentScan> scans =
        scans(mapping, DeliveryPlan.candidates(found, held, scope));
    if (mapping.format() == Format.CSV && scope.isWhole(held)) {
      new CsvHeader(mapping, columns).refuseMissingEverywhere(scans, keys);
    }
    return DeliveryPlan.of(mapping, scans, held, scope, columns, asOf);
  }

  /** Scans of the files, and of those in archives instead of these. */
  private Map<DeliveredFile, ContentScan> scans(SourceMapping mapping, List<DeliveredFile> files) {
    TextOptions options = TextOptions.of(mapping);
    Map<DeliveredFile, ContentScan> scans = new LinkedHashMap<>();
    List<DeliveredFile> inArchives = new ArrayList<>();
    scanned(files, options)
        .forEach(
            (file, scan) -> {
              List<DeliveredFile> entries = file.entries(scan.entries(), mapping);
              if (scan.entries().isEmpty()) {
                scans.put(file, scan);
              } else if (entries.isEmpty()) {
                scans.put(file, ContentScan.faulty("it is an archive without a file to take in"));
              } else {
                inArchives.addAll(entries);
              }
            });
    scans.putAll(scanned(inArchives, options));
    return scans;
  }

  private Map<DeliveredFile, ContentScan> scanned(List<DeliveredFile> files, TextOptions options) {
    if (files.isEmpty()) {
      return Map.of();
    }
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    SerializableConfiguration configuration =
        new SerializableConfiguration(spark.sparkContext().hadoopConfiguration());
    int partitions = Math.min(files.size(), 4 * context.defaultParallelism());
    List<ContentScan> scanned =
        context
            .parallelize(files, partitions)
            .map(file -> FileScan.of(file, options, configuration.value()))
            .collect();
    Map<DeliveredFile, ContentScan> scans = new LinkedHashMap<>();
    for (int index = 0; index < files.size(); index++) {
      ContentScan scan = scanned.get(index);
      DeliveredFile file = files.get(index);
      scans.put(scan.charsetName().isEmpty() ? file : file.in(scan.charsetName()), scan);
    }
    return scans;
  }

  private void refuseChangedMapping(
      SourceMapping mapping, Receipts held, DeliveryPlan.Scope scope) {
    String hash = settings.mappingHash(mapping);
    boolean isChanged =
        held.newest().values().stream().anyMatch(it -> !it.mappingSha256().equals(hash));
    if (isChanged && scope == DeliveryPlan.Scope.NEW) {
      throw new SettingsException(
          List.of(
              "%s: the mapping of source %s is no longer the one that its deliveries were booked with; run ingest --remap %s, which books only the difference"
                  .formatted(mapping.file(), mapping.source(), mapping.source())));
    }
  }

  private static void refuseMissing(
      SourceMapping mapping, Receipts held, List<DeliveredFile> found) {
    NavigableMap<String, Receipt> missing = new TreeMap<>(held.newest());
    found.forEach(file -> DeliveryPlan.of(file, missing).clear());
    if (!missing.isEmpty()) {
      throw new SettingsException(
          List.of(
              "remapping source %s: the deliveries %s are booked but no longer in %s; put them back, all have to be read again"
                  .formatted(
                      mapping.source(), String.join(", ", missing.keySet()), mapping.root())));
    }
  }

  private static String batchId(SourceMapping mapping, DeliveryPlan plan, long number) {
    StringBuilder content = new StringBuilder(mapping.source() + mapping.hash() + number);
    plan.files().forEach((file, scan) -> content.append(file.path()).append(scan.sha256()));
    return "%s-%04d-%s"
        .formatted(
            mapping.source(),
            number,
            DigestUtils.sha256Hex(content.toString().getBytes(StandardCharsets.UTF_8))
                .substring(0, 12));
  }
}
