package io.tongqi.cluster;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A real standalone cluster of one Master and two Workers of one core each, in processes of their
 * own. The workers have what a Spark distribution has: the application's libraries without those
 * that {@code jobs/tongqi} ships.
 */
final class StandaloneCluster implements AutoCloseable {
  private static final Path LIBRARIES = Path.of("target/tongqi/lib").toAbsolutePath();
  private static final String EXECUTOR = "CoarseGrainedExecutorBackend";

  private final Path folder;
  private final int port;
  private final List<Process> processes = new ArrayList<>();

  /** Starts it; logs and work go to the folder. */
  StandaloneCluster(Path folder) throws IOException {
    this.folder = folder;
    this.port = freePort();
    Path home = distribution(folder.resolve("spark"));
    start(
        home,
        "master",
        "org.apache.spark.deploy.master.Master",
        "--host",
        "127.0.0.1",
        "--webui-port",
        "0",
        "--port",
        String.valueOf(port));
    await("the master", () -> logged("master", "Starting Spark master"));
    for (String worker : List.of("worker1", "worker2")) {
      start(
          home,
          worker,
          "org.apache.spark.deploy.worker.Worker",
          "--host",
          "127.0.0.1",
          "--webui-port",
          "0",
          "--cores",
          "1",
          "--memory",
          "6g",
          "--work-dir",
          folder.resolve(worker).toString(),
          url());
      await(worker, () -> logged(worker, "Successfully registered with master"));
    }
  }

  /** The URL of the master. */
  String url() {
    return "spark://127.0.0.1:" + port;
  }

  /** Kills one of the processes that run tasks; gives its number. */
  long killExecutor() throws InterruptedException {
    await("an executor", () -> executors().findFirst().isPresent());
    ProcessHandle executor = executors().findFirst().orElseThrow();
    executor.destroyForcibly();
    return executor.pid();
  }

  private Stream<ProcessHandle> executors() {
    return processes.stream()
        .flatMap(it -> it.toHandle().descendants())
        .filter(it -> it.info().commandLine().orElse("").contains(EXECUTOR));
  }

  private static Path distribution(Path home) throws IOException {
    Pattern shipped =
        Pattern.compile(String.join("|", Files.readAllLines(Path.of("jobs/beside-spark.txt"))));
    Path jars = Files.createDirectories(home.resolve("jars"));
    try (Stream<Path> libraries = Files.list(LIBRARIES)) {
      for (Path library : libraries.toList()) {
        if (!shipped.matcher(library.getFileName().toString()).find()) {
          Files.createSymbolicLink(jars.resolve(library.getFileName()), library);
        }
      }
    }
    return home;
  }

  private void start(Path home, String name, String... command) throws IOException {
    List<String> java =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "@" + Path.of("jobs/java.options").toAbsolutePath(),
                "-cp",
                home.resolve("jars") + "/*"));
    java.addAll(List.of(command));
    ProcessBuilder builder =
        new ProcessBuilder(java)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(name + ".log").toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "SPARK_HOME", home.toString(),
                "SPARK_SCALA_VERSION", "2.13",
                "SPARK_LOCAL_IP", "127.0.0.1"));
    processes.add(builder.start());
  }

  private boolean logged(String name, String text) {
    try {
      return Files.readString(folder.resolve(name + ".log")).contains(text);
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static void await(String what, BooleanSupplier isThere) {
    long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
    while (!isThere.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("waited three minutes in vain for " + what);
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException interruption) {
        throw new IllegalStateException(interruption);
      }
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    for (Process process : processes) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      try {
        process.waitFor(30, TimeUnit.SECONDS);
      } catch (InterruptedException interruption) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
