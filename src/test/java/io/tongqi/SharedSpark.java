package io.tongqi;

import com.holdenkarau.spark.testing.JavaDatasetSuiteBase;
import io.tongqi.tables.SparkSessions;
import io.tongqi.tables.Tables;
import java.io.File;
import java.io.IOException;
import java.util.Map;
import org.apache.commons.io.FileUtils;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Starts one Spark session for all tests of the process, with spark-testing-base, when the first of
 * them needs it; it ends with the process, which may run several rounds of tests.
 */
final class SharedSpark implements BeforeAllCallback {
  private static final Suite SUITE = new Suite();
  private static boolean isStarted;

  @Override
  public void beforeAll(ExtensionContext context) {
    start();
  }

  private static synchronized void start() {
    if (!isStarted) {
      SUITE.runBefore();
      SparkSessions.start("tests", "local", Map.of());
      isStarted = true;
    }
  }

  /** The session's suite, which also compares datasets. */
  static Suite suite() {
    return SUITE;
  }

  /** A copy of a warehouse in which every table exists and is empty: faster than creating it. */
  static void copyEmptyWarehouse(File target) throws IOException {
    File template = new File(suite().tempDir(), "empty-warehouse");
    if (!template.exists()) {
      new Tables(suite().spark(), template.getPath()).create();
    }
    FileUtils.copyDirectory(template, target);
  }

  /** JUnit 4 would call the hooks of this class; here they are called by hand. */
  static final class Suite extends JavaDatasetSuiteBase {
    @Override
    public SparkConf conf() {
      SparkConf conf = super.conf().set("spark.driver.bindAddress", "127.0.0.1");
      SparkSessions.defaults(conf.get("spark.master")).forEach(conf::set);
      return conf;
    }

    @Override
    public boolean enableHiveSupport() {
      return false;
    }
  }
}
