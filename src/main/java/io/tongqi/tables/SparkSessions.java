package io.tongqi.tables;

import static java.util.stream.Collectors.toMap;

import io.tongqi.faults.SettingsException;
import io.tongqi.settings.SparkProperties;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import scala.Tuple2;

/** Starts Spark sessions that can read and write the tables. */
public final class SparkSessions {
  /** The setting for the zone in which a session shows and reads times. */
  public static final String TIME_ZONE = "spark.sql.session.timeZone";

  /** Columns whose values differ from row to row: a Parquet dictionary of them only costs time. */
  private static final List<String> VARIED =
      List.of(
          "record_id",
          "line",
          "version_hash",
          "recorded_at",
          "occurred_at",
          "reported_at",
          "arrived_at",
          "filed_at",
          "cleared_at",
          "recovered_at");

  private static final String SHUFFLE_PARTITIONS = "spark.sql.shuffle.partitions";
  private static final int FEWEST = 4;

  /** Of a table: rows of so many bytes can be sorted and held by each of the tasks at a time. */
  private static final long BYTES_A_PIECE = 32L << 20;

  private static final Pattern LOCAL = Pattern.compile("local\\[(\\d+)(?:,\\s*\\d+)?]");

  private static final AtomicReference<ClassLoader> LOADER_OF_TASKS = new AtomicReference<>();

  private SparkSessions() {}

  /**
   * Starts a session, or takes the one that runs in this process already. What spark-submit was
   * told wins over the given configuration, and that over the defaults.
   *
   * @param master the Spark master, such as {@code local[*]}
   * @param configuration further Spark settings
   * @throws SettingsException when Spark was given a secret
   */
  public static SparkSession start(
      String applicationName, String master, Map<String, String> configuration) {
    SparkConf conf = configuration(new SparkConf(), applicationName, master, configuration);
    SparkProperties.refuseSecrets("the properties given to Spark", properties(conf));
    SparkSession spark = SparkSession.builder().config(conf).getOrCreate();
    if (spark.sparkContext().isLocal()) {
      shareGeneratedCode(spark);
    }
    return spark;
  }

  private static Map<String, String> properties(SparkConf conf) {
    return Stream.of(conf.getAll()).collect(toMap(Tuple2::_1, Tuple2::_2));
  }

  /**
   * Lets this thread, and those that it starts, load classes as the tasks of Spark do. Spark keeps
   * the code that it generates by class loader: where planning and tasks run in one process, it
   * would compile all of it twice.
   */
  private static void shareGeneratedCode(SparkSession spark) {
    JavaSparkContext tasks = new JavaSparkContext(spark.sparkContext());
    tasks.setJobDescription("start Spark");
    tasks
        .parallelize(List.of(0), 1)
        .foreach(it -> LOADER_OF_TASKS.set(Thread.currentThread().getContextClassLoader()));
    tasks.setJobDescription(null);
    Thread.currentThread().setContextClassLoader(LOADER_OF_TASKS.get());
  }

  static SparkConf configuration(
      SparkConf submitted, String applicationName, String master, Map<String, String> settings) {
    SparkConf conf = submitted.clone();
    conf.setIfMissing("spark.master", master);
    conf.setIfMissing("spark.app.name", applicationName);
    settings.forEach(conf::setIfMissing);
    defaults(conf.get("spark.master")).forEach(conf::setIfMissing);
    return conf;
  }

  /**
   * Gives a session of its own to some work. Where Spark did not run in this process before, it is
   * stopped afterwards.
   *
   * @param master the Spark master, such as {@code local[*]}
   * @param configuration further Spark settings
   */
  public static void during(
      String applicationName,
      String master,
      Map<String, String> configuration,
      Consumer<SparkSession> work) {
    boolean isRunning = SparkSession.getDefaultSession().isDefined();
    SparkSession spark = start(applicationName, master, configuration);
    SparkSession own = spark.newSession();
    SparkSession.setActiveSession(own);
    try {
      work.accept(own);
    } finally {
      if (isRunning) {
        SparkSession.setActiveSession(spark);
        spark.sparkContext().setJobDescription(null);
      } else {
        spark.stop();
      }
    }
  }

  /**
   * Sizes what is exchanged between tasks by the cores of a cluster, unless the settings do, or the
   * cluster grows with the work. To be called when its first job has run: then its cores are there.
   */
  public static void fitShuffles(SparkSession spark) {
    SparkConf conf = spark.sparkContext().conf();
    if (!conf.contains(SHUFFLE_PARTITIONS)
        && !conf.getBoolean("spark.dynamicAllocation.enabled", false)) {
      int pieces = Math.max(FEWEST, 2 * spark.sparkContext().defaultParallelism());
      spark.conf().set(SHUFFLE_PARTITIONS, String.valueOf(pieces));
    }
  }

  /**
   * Has a session exchange what comes of so many bytes of a table in pieces that fit into memory,
   * where its pieces would be larger. Those that turn out small adaptive execution joins.
   */
  static void fitShuffles(SparkSession spark, long bytes) {
    long pieces = bytes / BYTES_A_PIECE;
    if (pieces > Long.parseLong(spark.conf().get(SHUFFLE_PARTITIONS))) {
      spark.conf().set(SHUFFLE_PARTITIONS, pieces);
    }
  }

  /** A further session of the same settings, with names and views of its own. */
  static SparkSession beside(SparkSession spark) {
    SparkSession own = spark.newSession();
    own.conf().set(TIME_ZONE, spark.conf().get(TIME_ZONE));
    own.conf().set(SHUFFLE_PARTITIONS, spark.conf().get(SHUFFLE_PARTITIONS));
    return own;
  }

  /** The defaults for a session on that master. */
  public static Map<String, String> defaults(String master) {
    Map<String, String> defaults = new LinkedHashMap<>();
    defaults.put("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension");
    defaults.put(
        "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog");
    defaults.put(TIME_ZONE, "UTC");
    defaults.put("spark.sql.ansi.enabled", "true");
    defaults.put("spark.sql.legacy.javaCharsets", "true");
    defaults.put("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS");
    defaults.put("spark.executor.defaultJavaOptions", "-XX:-DontCompileHugeMethods");
    defaults.put("spark.sql.sources.parallelPartitionDiscovery.parallelism", "2");
    defaults.put("spark.databricks.delta.snapshotPartitions", "1");
    defaults.put("spark.delta.logStore.s3a.impl", ConditionalLogStore.class.getName());
    // Outside UTC, Delta would read a table's whole log again after each commit to check this list.
    defaults.put("spark.databricks.delta.allFilesInCrc.enabled", "false");
    // Batches are found by the transactions in the checksum: some thousands of nights.
    defaults.put("spark.databricks.delta.setTransactionsInCrc.maxAllowed", "10000");
    defaults.put("spark.ui.enabled", "false");
    // No session adds classes of its own; each would compile all generated code again.
    defaults.put("spark.sql.artifact.isolation.enabled", "false");
    // The days of a backfill run the same plans again: the code that is made of all of them is
    // kept.
    defaults.put("spark.sql.codegen.cache.maxEntries", "10000");
    VARIED.forEach(it -> defaults.put("spark.hadoop.parquet.enable.dictionary#" + it, "false"));
    if (master.startsWith("local")) {
      defaults.put(SHUFFLE_PARTITIONS, String.valueOf(Math.max(FEWEST, 2 * cores(master))));
      defaults.put("spark.buffer.pageSize", "1m");
    }
    return defaults;
  }

  private static int cores(String master) {
    Matcher named = LOCAL.matcher(master);
    if (named.matches()) {
      return Integer.parseInt(named.group(1));
    }
    return master.equals("local") ? 1 : Runtime.getRuntime().availableProcessors();
  }
}
