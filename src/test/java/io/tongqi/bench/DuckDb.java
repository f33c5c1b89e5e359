package io.tongqi.bench;

import io.tongqi.calendar.DayRange;
import io.tongqi.calendar.SamePeriod;
import io.tongqi.calendar.SamePeriods;
import io.tongqi.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The second implementation of the figures, {@code bench/figures.sql}: DuckDB with 2 threads and 6
 * GB, in this process.
 */
final class DuckDb implements AutoCloseable {
  private static final String STAGE = "(?m)^-- stage: ";

  private final Connection connection;

  /**
   * Opens an empty database in memory.
   *
   * @param folder where it may put what does not fit
   */
  DuckDb(Path folder) throws SQLException {
    connection = DriverManager.getConnection("jdbc:duckdb:");
    execute("SET threads = 2");
    execute("SET memory_limit = '6GB'");
    execute("SET temp_directory = " + text(folder.resolve("duckdb")));
  }

  /**
   * Computes the figures of generated records into tables named like the product's.
   *
   * @param settings of the records
   * @return seconds by stage
   */
  Map<String, Double> figures(Settings settings, LocalDate asOf) throws SQLException {
    execute("SET VARIABLE records = " + text(records(settings)));
    execute("SET VARIABLE known_at = DATE '" + asOf + "'");
    execute("SET VARIABLE force = " + text(settings.force().code()));
    execute("SET VARIABLE years = " + settings.years());
    samePeriods(SamePeriods.of(asOf, settings.years(), settings.windows()));
    Map<String, Double> seconds = new LinkedHashMap<>();
    String[] stages = resource("figures.sql").split(STAGE, -1);
    for (String stage : List.of(stages).subList(1, stages.length)) {
      long start = System.nanoTime();
      execute("-- " + stage);
      double elapsed = (System.nanoTime() - start) / 1e9;
      seconds.put(stage.lines().findFirst().orElseThrow(), Measures.rounded(elapsed));
    }
    return seconds;
  }

  /**
   * Compares the figures with the product's.
   *
   * @param gold a folder that has each of the three tables as a folder of Parquet files
   */
  List<CellComparison> compared(Path gold) throws SQLException {
    List<String> figures = List.of("window", "area_level", "area", "category_group");
    return List.of(
        compared(gold, "period_facts", figures, "vintage", "year"),
        compared(gold, "zero_days", figures, "year", "measure"),
        compared(gold, "decade_comparison", figures, "vintage", "metric"));
  }

  /**
   * Writes later versions of 2,000 delivered cases as a further delivery.
   *
   * @param delivery the file to write
   * @param clearedOn when they were cleared, later than all deliveries
   */
  static void changeRecords(Settings settings, Path delivery, LocalDate clearedOn)
      throws SQLException {
    try (DuckDb duckDb = new DuckDb(delivery.getParent())) {
      duckDb.execute("SET VARIABLE records = " + text(records(settings)));
      duckDb.execute("SET VARIABLE cleared_on = '" + clearedOn + "'");
      duckDb.execute(resource("changed_records.sql").replace("${delivery}", text(delivery)));
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  /** The folder that the generated records are in. */
  static Path records(Settings settings) {
    return settings.file().toAbsolutePath().getParent();
  }

  private CellComparison compared(Path gold, String table, List<String> keys, String... further)
      throws SQLException {
    String product = "product_" + table;
    execute(
        "CREATE OR REPLACE VIEW %s AS FROM read_parquet(%s)"
            .formatted(product, text(gold.resolve(table).resolve("*.parquet"))));
    List<String> all = new ArrayList<>(keys);
    all.addAll(List.of(further));
    return CellComparison.of(connection, table, product, all);
  }

  private void samePeriods(List<SamePeriod> periods) throws SQLException {
    execute(
        "CREATE TABLE same_periods (\"window\" VARCHAR, year INTEGER, first_day DATE, last_day DATE, is_current BOOLEAN)");
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO same_periods VALUES (?, ?, ?, ?, ?)")) {
      for (SamePeriod period : periods) {
        insert.setString(1, period.window());
        insert.setInt(2, period.year());
        insert.setObject(3, period.days().map(DayRange::first).orElse(null));
        insert.setObject(4, period.days().map(DayRange::last).orElse(null));
        insert.setBoolean(5, period.isCurrent());
        insert.execute();
      }
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String text(Object value) {
    return "'" + value.toString().replace("'", "''") + "'";
  }

  private static String resource(String name) {
    try (InputStream stream = DuckDb.class.getResourceAsStream("/bench/" + name)) {
      return new String(
          Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException("reading bench/" + name, failure);
    }
  }
}
