package io.tongqi;

import io.tongqi.flow.Ingestion;
import io.tongqi.flow.Nightly;
import io.tongqi.ledger.Entries;
import io.tongqi.report.RunLog;
import io.tongqi.settings.Settings;
import io.tongqi.settings.SettingsFile;
import io.tongqi.settings.SourceMapping;
import io.tongqi.tables.SparkSessions;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Ingests the files of a source one by one in random order and fails unless the ledger sums up to
 * the same as that of a warehouse into which they went at once.
 *
 * <p>Arguments: the settings, the warehouse to compare with, and a folder for the other one.
 */
public final class OneByOne {
  private static final long SEED = 20190630;

  private OneByOne() {}

  /** Exits with 1 when the sums differ. */
  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[2]);
    Map<String, String> environment = new HashMap<>(System.getenv());
    SourceMapping original = SettingsFile.load(Path.of(arguments[0]), environment).sources().get(0);
    environment.put("STLOUIS_DELIVERIES", folder.resolve("deliveries").toString());
    Settings settings = SettingsFile.load(Path.of(arguments[0]), environment);
    SparkSessions.during(
        "one by one",
        "local[*]",
        Map.of(),
        spark -> {
          long different = run(spark, settings, Path.of(original.root()), arguments[1], folder);
          System.out.println("one by one in random order: " + different + " sums differ");
          if (different > 0) {
            System.exit(1);
          }
        });
  }

  private static long run(
      SparkSession spark, Settings settings, Path root, String other, Path folder) {
    Tables tables = new Tables(spark, folder.resolve("warehouse").toString());
    RunLog quiet =
        new RunLog(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
            System::nanoTime);
    new Nightly(spark, tables, settings, quiet).open();
    for (Path file : shuffled(root)) {
      try {
        FileUtils.copyFile(
            file.toFile(),
            folder.resolve("deliveries").resolve(root.relativize(file).toString()).toFile());
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
      new Ingestion(spark, tables, settings, quiet)
          .run(Set.of(), LocalDate.of(2019, 12, 31))
          .refused()
          .end();
    }
    Dataset<Row> oneByOne = Entries.summed(tables.read(Table.LEDGER));
    Dataset<Row> atOnce = Entries.summed(new Tables(spark, other).read(Table.LEDGER));
    System.out.println(
        "one by one in random order: %d files, %d sums, at once %d"
            .formatted(shuffled(root).size(), oneByOne.count(), atOnce.count()));
    return oneByOne.exceptAll(atOnce).count() + atOnce.exceptAll(oneByOne).count();
  }

  private static List<Path> shuffled(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      List<Path> all = new ArrayList<>(files.filter(Files::isRegularFile).sorted().toList());
      Collections.shuffle(all, new Random(SEED));
      return all;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
