package io.tongqi;

import io.tongqi.tables.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Base of the tests that need Spark. All of them share one session; each test has a warehouse of
 * its own.
 */
@ExtendWith(SharedSpark.class)
public abstract class SparkTest {
  @TempDir private Path sparkTestFolder;
  private Tables tables;

  /** The session that all tests of this process share. */
  protected static SparkSession spark() {
    return SharedSpark.suite().spark();
  }

  /** The folder of this test's warehouse; it does not exist before {@link #tables()} is called. */
  protected String warehouse() {
    return sparkTestFolder.resolve("warehouse").toString();
  }

  /** This test's tables, created and registered at the first call, empty. */
  protected Tables tables() {
    if (tables == null) {
      tables = emptyTables(Path.of(warehouse()));
    }
    return tables;
  }

  /** Empty tables in a new warehouse in that folder, registered in the session. */
  protected static Tables emptyTables(Path folder) {
    try {
      SharedSpark.copyEmptyWarehouse(folder.toFile());
    } catch (IOException fault) {
      throw new UncheckedIOException("Creating a warehouse at " + folder, fault);
    }
    Tables created = new Tables(spark(), folder.toString());
    created.create();
    return created;
  }

  /** Fails unless both hold the same rows, in any order, in columns of the same names and types. */
  protected static void assertSameRows(Dataset<Row> expected, Dataset<Row> actual) {
    SharedSpark.suite().assertDataFrameNoOrderEquals(expected, actual);
  }
}
