package io.tongqi.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tongqi.settings.Settings;
import io.tongqi.tables.Table;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Times the same query in a process of its own: by {@code jobs/tongqi query}, and by {@link
 * BareQuery} with the same Java options and class archive.
 *
 * @param product seconds of the product, the median
 * @param bare seconds of the plain session, the median
 */
record ColdQuery(double product, double bare) {
  private static final int RUNS = 5;
  private static final String QUERY =
      "SELECT category_group, incidents_reported FROM %s WHERE vintage = 'latest'"
          + " AND `window` = 'last_year' AND year = 2024 AND area_level = 'force'";

  /** Runs both in turns on the warehouse of the settings. */
  static ColdQuery measured(Settings settings) throws IOException {
    String conf = settings.file().toString();
    List<String> query =
        List.of(
            "jobs/tongqi", "query", "--conf", conf, QUERY.formatted(Table.PERIOD_FACTS.fullName()));
    List<String> bareQuery =
        bareQuery(QUERY.formatted("delta.`%s/gold/period_facts`".formatted(settings.warehouse())));
    List<Double> product = new ArrayList<>();
    List<Double> bare = new ArrayList<>();
    for (int run = 0; run < RUNS; run++) {
      product.add(seconds(query, settings.warehouse()));
      bare.add(seconds(bareQuery, settings.warehouse()));
    }
    return new ColdQuery(median(product), median(bare));
  }

  private static List<String> bareQuery(String sql) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@jobs/java.options");
    command.add("-Xmx4g");
    File[] archives = new File("target/tongqi").listFiles((folder, name) -> name.endsWith(".jsa"));
    if (archives != null && archives.length == 1) {
      command.add("-XX:SharedArchiveFile=" + archives[0]);
    }
    String application = Path.of("target/tongqi").toAbsolutePath().toString();
    command.addAll(
        List.of(
            "-cp",
            "%s/tongqi.jar:%s/lib/*:target/test-classes".formatted(application, application),
            BareQuery.class.getName(),
            sql));
    return command;
  }

  private static double seconds(List<String> command, String warehouse) throws IOException {
    ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
    process.environment().put("TONGQI_WAREHOUSE", warehouse);
    long start = System.nanoTime();
    Process running = process.start();
    String output = new String(running.getInputStream().readAllBytes(), UTF_8);
    try {
      int code = running.waitFor();
      if (code != 0 || !output.contains("criminal")) {
        throw new IllegalStateException(
            "timing %s: it ended with %d and said: %s".formatted(command, code, output));
      }
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while timing " + command, interruption);
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private static double median(List<Double> values) {
    Collections.sort(values);
    return values.get(values.size() / 2);
  }
}
