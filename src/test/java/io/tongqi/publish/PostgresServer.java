package io.tongqi.publish;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A server of Debian's PostgreSQL in a folder of its own, which asks for passwords. */
public final class PostgresServer implements AutoCloseable {
  private static final String OWNER = "postgres";
  private static final String PASSWORD = "owner's";

  private final Path folder;
  private final int port;

  private PostgresServer(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  /** Starts one, which keeps its data below a folder that does not exist yet. */
  public static PostgresServer start(Path folder) {
    try (ServerSocket free = new ServerSocket(0)) {
      for (Path above = folder.getParent(); above.getNameCount() > 1; above = above.getParent()) {
        Files.setPosixFilePermissions(above, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
      Files.createDirectory(folder);
      Path password = Files.writeString(folder.resolve("password"), PASSWORD);
      PostgresServer server = new PostgresServer(folder, free.getLocalPort());
      if (isRoot()) {
        run(List.of("chown", "-R", OWNER, folder.toString()));
      }
      server.program(
          "initdb",
          "--pgdata=" + server.data(),
          "--username=" + OWNER,
          "--auth=scram-sha-256",
          "--pwfile=" + password,
          "--encoding=UTF8",
          "--locale=C.UTF-8",
          "--no-sync");
      free.close();
      String options =
          "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off"
              .formatted(server.port);
      server.program(
          "pg_ctl", "-w", "-D", server.data(), "-l", folder + "/log", "-o", options, "start");
      return server;
    } catch (IOException failure) {
      throw new UncheckedIOException("starting PostgreSQL in " + folder, failure);
    }
  }

  /** The address of a database, without user and password. */
  public String address(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }

  /** A connection of its owner. */
  public Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(address(database), OWNER, PASSWORD);
  }

  /** Runs statements as its owner. */
  public void execute(String database, String... statements) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** The values of a query's first column. */
  public static List<String> texts(Connection connection, String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        texts.add(result.getString(1));
      }
    }
    return texts;
  }

  @Override
  public void close() {
    program("pg_ctl", "-D", data(), "-m", "immediate", "stop");
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  private void program(String name, String... arguments) {
    List<String> command =
        new ArrayList<>(isRoot() ? List.of("runuser", "-u", OWNER, "--") : List.of());
    command.add(programs().resolve(name).toString());
    command.addAll(List.of(arguments));
    run(command);
  }

  private static Path programs() {
    try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
      return versions.sorted().reduce((first, second) -> second).orElseThrow().resolve("bin");
    } catch (IOException missing) {
      throw new UncheckedIOException(
          "PostgreSQL is missing: install Debian's package postgresql, as jobs/verify.sh does",
          missing);
    }
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private static void run(List<String> command) {
    try {
      File said = File.createTempFile("postgres", ".log");
      int code =
          new ProcessBuilder(command)
              .directory(new File("/"))
              .redirectErrorStream(true)
              .redirectOutput(said)
              .start()
              .waitFor();
      if (code != 0) {
        throw new IllegalStateException(
            "%s: exit code %d: %s".formatted(command, code, Files.readString(said.toPath())));
      }
      Files.delete(said.toPath());
    } catch (IOException failure) {
      throw new UncheckedIOException("running " + command, failure);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException("running " + command, interrupted);
    }
  }
}
