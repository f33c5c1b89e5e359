package io.tongqi.publish;

import io.tongqi.faults.SettingsException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * A database of PostgreSQL, in a transaction that is rolled back unless it is committed.
 *
 * @param name its address, without user and password
 */
public record Database(String name, Connection connection) implements AutoCloseable {
  private static final String PREFIX = "jdbc:postgresql:";
  private static final Pattern OPTIONS = Pattern.compile("[?].*");
  private static final Pattern USER = Pattern.compile("//.*@");

  /**
   * Waits longer than a server usually lets a session be, and notices a lost host within minutes.
   */
  private static final List<String> SESSION =
      List.of(
          "SET statement_timeout = 0",
          "SET idle_in_transaction_session_timeout = 0",
          "SET lock_timeout = '60s'",
          "SET tcp_keepalives_idle = 60",
          "SET tcp_keepalives_interval = 10",
          "SET tcp_keepalives_count = 6");

  /** What to do with a connection; what fails in it is told as a fault of the database. */
  interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  /**
   * Connects.
   *
   * @param address as JDBC writes it: {@code jdbc:postgresql://host/database}
   * @param environment where user and password come from when the address has none: {@code PGUSER},
   *     {@code PGPASSWORD}; then from the file of passwords of PostgreSQL
   * @throws SettingsException when address, user or password are wrong
   * @throws io.tongqi.faults.TryAgainException when the server does not answer
   */
  public static Database connect(String address, Map<String, String> environment) {
    String place = OPTIONS.matcher(address).replaceFirst("");
    String name = USER.matcher(place).replaceFirst("//…@");
    if (!place.startsWith(PREFIX)
        || !name.equals(place)
        || Driver.parseURL(address, new Properties()) == null) {
      throw new SettingsException(
          List.of(
              "publishing to %s: that is no address of a database of PostgreSQL; write jdbc:postgresql://HOST/DATABASE, and give user and password by PGUSER and PGPASSWORD"
                  .formatted(name)));
    }
    Properties properties = new Properties();
    PGProperty.APPLICATION_NAME.set(properties, "tongqi publish");
    PGProperty.TCP_KEEP_ALIVE.set(properties, true);
    put(properties, PGProperty.USER, environment.get("PGUSER"));
    put(properties, PGProperty.PASSWORD, environment.get("PGPASSWORD"));
    try {
      Database database = new Database(name, new Driver().connect(address, properties));
      database.connection.setAutoCommit(false);
      for (String setting : SESSION) {
        database.execute(setting);
      }
      return database;
    } catch (SQLException failure) {
      throw DatabaseFaults.told(failure, name);
    }
  }

  private static void put(Properties properties, PGProperty property, String value) {
    Optional.ofNullable(value).ifPresent(it -> property.set(properties, it));
  }

  /** Does something with the connection. */
  <T> T work(Work<T> work) {
    try {
      return work.with(connection);
    } catch (SQLException failure) {
      throw DatabaseFaults.told(failure, name);
    }
  }

  /** Runs one statement or several. */
  void execute(String sql) {
    work(
        it -> {
          try (Statement statement = it.createStatement()) {
            return statement.execute(sql);
          }
        });
  }

  /** The rows of a query, each of its columns as text; null where there is none. */
  List<List<String>> query(String sql, Object... values) {
    return work(
        it -> {
          try (PreparedStatement statement = it.prepareStatement(sql)) {
            for (int place = 0; place < values.length; place++) {
              statement.setObject(place + 1, values[place]);
            }
            return statement.execute() && statement.getResultSet() != null
                ? texts(statement.getResultSet())
                : List.of();
          }
        });
  }

  private static List<List<String>> texts(ResultSet result) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    while (result.next()) {
      List<String> row = new ArrayList<>();
      for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
        row.add(result.getString(column));
      }
      rows.add(row);
    }
    return rows;
  }

  /** Ends the transaction: all of it stands from now on, or nothing of it. */
  void commit() {
    work(
        it -> {
          it.commit();
          return true;
        });
  }

  @Override
  public void close() {
    work(
        it -> {
          it.close();
          return true;
        });
  }
}
