package io.tongqi.s3;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;

/** A server of S3 in a process of its own; a bucket is a folder on disk. */
final class S3Server implements AutoCloseable {
  /** What the server asks of its users, as the environment of a process. */
  static final Map<String, String> CREDENTIALS =
      Map.of("AWS_ACCESS_KEY_ID", "tongqi", "AWS_SECRET_ACCESS_KEY", "same-period");

  private static final Path SPARK_PROPERTIES = Path.of("conf/spark/s3.conf");
  private static final String OF_ALL_BUCKETS = "spark.hadoop.fs.s3a.";

  private final Path folder;
  private final int port = freePort();
  private final Process process;

  /** Starts the server; its buckets lie in that folder. */
  S3Server(Path folder) throws IOException {
    this.folder = folder;
    Path properties = folder.resolve("s3proxy.conf");
    Files.writeString(
        properties,
        """
        s3proxy.endpoint=%s
        s3proxy.authorization=aws-v2-or-v4
        s3proxy.identity=%s
        s3proxy.credential=%s
        jclouds.provider=filesystem-nio2
        jclouds.filesystem.basedir=%s
        """
            .formatted(
                endpoint(),
                CREDENTIALS.get("AWS_ACCESS_KEY_ID"),
                CREDENTIALS.get("AWS_SECRET_ACCESS_KEY"),
                Files.createDirectory(folder.resolve("buckets"))));
    ProcessBuilder command =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-jar",
                Path.of(
                        System.getProperty("project.build.directory"),
                        "s3proxy/s3proxy-jar-with-dependencies.jar")
                    .toString(),
                "--properties",
                properties.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("s3proxy.log").toFile());
    command.environment().put("LOG_LEVEL", "warn");
    command.environment().put("JETTY_LOG_LEVEL", "warn");
    process = command.start();
    awaitPort();
  }

  /** Where the server is. */
  String endpoint() {
    return "http://127.0.0.1:" + port;
  }

  /** The folder of a bucket, which is made when it is not there. */
  Path bucket(String name) {
    try {
      return Files.createDirectories(folder.resolve("buckets").resolve(name));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Has a bucket reached at that endpoint, with the properties of conf/spark/s3.conf. */
  void configure(Configuration configuration, String bucket, String endpoint) {
    bucket(bucket);
    Properties properties = properties();
    for (String key : properties.stringPropertyNames()) {
      configuration.set(
          option(bucket, key.substring(OF_ALL_BUCKETS.length())), properties.getProperty(key));
    }
    configuration.set(option(bucket, "endpoint"), endpoint);
    configuration.set(option(bucket, "path.style.access"), "true");
    configuration.set(option(bucket, "access.key"), CREDENTIALS.get("AWS_ACCESS_KEY_ID"));
    configuration.set(option(bucket, "secret.key"), CREDENTIALS.get("AWS_SECRET_ACCESS_KEY"));
  }

  /** Copies a folder to an address on the server. */
  static void upload(Configuration configuration, Path from, String to) {
    try {
      org.apache.hadoop.fs.Path address = new org.apache.hadoop.fs.Path(to);
      address
          .getFileSystem(configuration)
          .copyFromLocalFile(new org.apache.hadoop.fs.Path(from.toUri()), address);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The option of a bucket that stands for that one of all buckets. */
  static String option(String bucket, String name) {
    return "fs.s3a.bucket.%s.%s".formatted(bucket, name);
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
  }

  private static Properties properties() {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(SPARK_PROPERTIES)) {
      properties.load(reader);
      return properties;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void awaitPort() throws IOException {
    for (int attempts = 0; attempts < 300 && process.isAlive(); attempts++) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return;
      } catch (IOException notYet) {
        pause();
      }
    }
    close();
    throw new IOException(
        "the S3 server did not start: " + Files.readString(folder.resolve("s3proxy.log")));
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interruption);
    }
  }
}
