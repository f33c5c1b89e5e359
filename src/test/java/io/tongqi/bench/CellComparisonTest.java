package io.tongqi.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CellComparisonTest {
  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    connection = DriverManager.getConnection("jdbc:duckdb:");
    execute(
        "CREATE TABLE ours AS FROM (VALUES ('a', 1, 7, 0.5::DOUBLE, NULL), ('b', 1, 8, NULL, 'x'))"
            + " AS t (area, year, deaths, rate, years)");
    execute("CREATE TABLE theirs AS SELECT years, rate, deaths, year, area, 'A' AS name FROM ours");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void shouldCountTheCellsOfEqualTables() throws SQLException {
    CellComparison comparison = compared();

    assertThat(comparison).isEqualTo(new CellComparison("ours", 2, 6, 0, 0, List.of()));
    assertThat(comparison.isEqual()).isTrue();
    assertThat(comparison)
        .hasToString(
            "ours                         2 rows,           6 cells compared, 0 differ; 0 rows on one side only or twice");
  }

  @Test
  void shouldTellCellsThatDiffer() throws SQLException {
    execute("UPDATE theirs SET deaths = 9, rate = 0 WHERE area = 'b'");
    execute("UPDATE theirs SET years = 'x' WHERE area = 'a'");

    CellComparison comparison = compared();

    assertThat(comparison.isEqual()).isFalse();
    assertThat(comparison.differing()).isEqualTo(3);
    assertThat(comparison.examples())
        .containsExactly(
            "deaths of b 1: 8, but 9 in theirs",
            "rate of b 1: null, but 0.0 in theirs",
            "years of a 1: null, but x in theirs");
  }

  @Test
  void shouldAllowRoundingOnly() throws SQLException {
    execute("UPDATE theirs SET rate = rate * (1 + 1e-13::DOUBLE)");
    assertThat(compared().isEqual()).isTrue();

    execute("UPDATE theirs SET rate = rate * (1 + 1e-11::DOUBLE)");
    assertThat(compared().differing()).isEqualTo(1);
  }

  @Test
  void shouldNotTellApartProbabilitiesThatAreNone() throws SQLException {
    execute("ALTER TABLE ours RENAME rate TO p_value");
    execute("ALTER TABLE theirs RENAME rate TO p_value");
    execute("UPDATE ours SET p_value = 1e-240");
    execute("UPDATE theirs SET p_value = 1.00000001e-240");
    assertThat(compared().differing()).isEqualTo(2);

    execute("UPDATE ours SET p_value = 1e-280");
    execute("UPDATE theirs SET p_value = 0");
    assertThat(compared().isEqual()).isTrue();
  }

  @Test
  void shouldTellTenExamplesAtMost() throws SQLException {
    execute("INSERT INTO ours SELECT 'c', range, 1, 1, '' FROM range(20)");
    execute("INSERT INTO theirs SELECT '', 1, 2, range, 'c', '' FROM range(20)");

    CellComparison comparison = compared();

    assertThat(comparison.differing()).isEqualTo(20);
    assertThat(comparison.examples()).hasSize(10);
  }

  @Test
  void shouldTellRowsOnOneSideOnly() throws SQLException {
    execute("UPDATE theirs SET year = 2 WHERE area = 'b'");

    CellComparison comparison = compared();

    assertThat(comparison.isEqual()).isFalse();
    assertThat(comparison.rows()).isEqualTo(1);
    assertThat(comparison.lonely()).isEqualTo(2);
  }

  @Test
  void shouldTellRowsThatComeTwice() throws SQLException {
    execute("INSERT INTO theirs FROM theirs WHERE area = 'b'");

    assertThat(compared().isEqual()).isFalse();
    assertThat(compared().lonely()).isEqualTo(1);
  }

  @Test
  void shouldNotCallEmptyTablesEqual() throws SQLException {
    execute("DELETE FROM ours");
    execute("DELETE FROM theirs");

    assertThat(compared().isEqual()).isFalse();
  }

  private CellComparison compared() throws SQLException {
    return CellComparison.of(connection, "ours", "theirs", List.of("area", "year"));
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
