package io.tongqi.tables;

import io.tongqi.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Another process than that which registered the tables, with a Spark that knows Delta and the
 * metastore and nothing of Tongqi: {@code CatalogReader FOLDER OUTPUT CONF}. Tells what it reads,
 * has {@code CONF} register its tables, and tells it again.
 */
final class CatalogReader {
  private CatalogReader() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Path output = Path.of(arguments[1]);
    try (SparkSession spark = start(folder)) {
      for (Relation relation : Relation.all()) {
        write(output, read(spark, relation));
      }
    }
    int code = Main.execute("tables", "--register", "--conf", arguments[2]);
    write(output, "registered again: " + code);
    try (SparkSession spark = start(folder)) {
      write(output, read(spark, Table.LEDGER));
    }
  }

  private static SparkSession start(Path folder) throws IOException {
    SparkSession.Builder builder =
        SparkSession.builder()
            .master("local[1]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", "2")
            .config("spark.databricks.delta.snapshotPartitions", "1")
            .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
            .config(
                "spark.sql.catalog.spark_catalog",
                "org.apache.spark.sql.delta.catalog.DeltaCatalog");
    for (String line : Files.readAllLines(folder.resolve("metastore.conf"))) {
      String[] setting = line.strip().split(": ", 2);
      builder.config(setting[0], setting[1]);
    }
    return builder.enableHiveSupport().getOrCreate();
  }

  private static String read(SparkSession spark, Relation relation) {
    String name = "tongqi_" + relation.fullName();
    List<Row> described = spark.sql("DESCRIBE TABLE EXTENDED " + name).collectAsList();
    return "%s %d rows, %s: %s; %s"
        .formatted(
            name,
            spark.table(name).count(),
            told(described, "Comment", 1),
            told(described, relation.columns().fieldNames()[0], 2),
            told(described, "Location", 1));
  }

  private static String told(List<Row> described, String name, int column) {
    return described.stream()
        .filter(it -> it.getString(0).equals(name))
        .map(it -> it.getString(column))
        .findFirst()
        .orElse("none");
  }

  private static void write(Path output, String line) throws IOException {
    Files.writeString(output, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
