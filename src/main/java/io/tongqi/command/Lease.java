package io.tongqi.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tongqi.faults.FaultsException;
import io.tongqi.faults.SettingsException;
import io.tongqi.faults.TryAgainException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.ParentNotDirectoryException;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.security.AccessControlException;

/**
 * The right to write a warehouse, which one run has at a time: the file {@code run.lease} in it. A
 * run renews its lease as long as it lives; a lease that was not renewed for {@link #LIFETIME}, or
 * whose process on this host is gone, is taken over.
 */
final class Lease implements AutoCloseable {
  /** How long a lease holds without being renewed. */
  static final Duration LIFETIME = Duration.ofMinutes(5);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final FileSystem storage;
  private final Path file;
  private final InstantSource clock;
  private final ScheduledExecutorService renewal =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "renew lease");
            thread.setDaemon(true);
            return thread;
          });

  private ScheduledFuture<?> renewing;

  private Lease(FileSystem storage, Path file, InstantSource clock) {
    this.storage = storage;
    this.file = file;
    this.clock = clock;
  }

  /**
   * Takes the lease of a warehouse.
   *
   * @throws TryAgainException when another run holds it, or the storage does not answer
   * @throws SettingsException when the warehouse cannot be written
   */
  static Lease take(String warehouse, Configuration configuration, InstantSource clock) {
    Path file = new Path(warehouse, "run.lease");
    try {
      Lease lease = new Lease(file.getFileSystem(configuration), file, clock);
      if (!lease.create()) {
        lease.takeOver();
      }
      long half = LIFETIME.dividedBy(2).toSeconds();
      lease.renewing =
          lease.renewal.scheduleAtFixedRate(lease::renew, half, half, TimeUnit.SECONDS);
      return lease;
    } catch (IOException failure) {
      throw fault(file, failure);
    }
  }

  private static FaultsException fault(Path file, IOException failure) {
    boolean isForbidden =
        failure instanceof AccessControlException
            || failure instanceof FileNotFoundException
            || failure instanceof ParentNotDirectoryException;
    return isForbidden
        ? new SettingsException(
            List.of(
                "taking the lease %s: the warehouse cannot be written (%s); correct the path or its permissions"
                    .formatted(file, failure.getMessage())))
        : new TryAgainException(
            List.of(
                "taking the lease %s: the storage failed (%s); run it again when it is back"
                    .formatted(file, failure.getMessage())));
  }

  /** Gives the lease back. */
  @Override
  public void close() {
    renewing.cancel(false);
    renewal.shutdown();
    try {
      storage.delete(file, false);
    } catch (IOException failure) {
      throw new UncheckedIOException("giving back the lease " + file, failure);
    }
  }

  private boolean create() throws IOException {
    FSDataOutputStreamBuilder<?, ?> builder = storage.createFile(file);
    builder.overwrite(false);
    builder.recursive();
    builder.opt("fs.option.create.conditional.overwrite", true);
    try (OutputStream out = builder.build()) {
      write(out);
      return true;
    } catch (FileAlreadyExistsException held) {
      return false;
    }
  }

  private void takeOver() throws IOException {
    JsonNode held = held();
    Instant renewedAt =
        held.has("renewed_at")
            ? Instant.parse(held.get("renewed_at").asText())
            : Instant.ofEpochMilli(storage.getFileStatus(file).getModificationTime());
    Instant until = renewedAt.plus(LIFETIME);
    if (clock.instant().isBefore(until) && !isGone(held)) {
      throw new TryAgainException(
          List.of(
              "writing the tables: another run holds them, process %s on %s, until %s unless it renews its lease %s; run it again when that run has ended"
                  .formatted(
                      held.path("process").asText(), held.path("host").asText(), until, file)));
    }
    storage.delete(file, false);
    if (!create()) {
      throw new TryAgainException(
          List.of(
              "writing the tables: another run has just taken %s; run it again".formatted(file)));
    }
  }

  private JsonNode held() throws IOException {
    try (InputStream in = storage.open(file)) {
      return JSON.readTree(in);
    }
  }

  private static boolean isGone(JsonNode held) throws IOException {
    return held.path("host").asText().equals(host())
        && ProcessHandle.of(held.path("process").asLong()).isEmpty();
  }

  private void renew() {
    try (OutputStream out = storage.create(file, true)) {
      write(out);
    } catch (IOException failure) {
      System.err.printf(
          "tongqi: renewing the lease %s failed: %s; another run may take over %s after the last renewal%n",
          file, failure.getMessage(), LIFETIME);
    }
  }

  private void write(OutputStream out) throws IOException {
    out.write(
        JSON.writeValueAsBytes(
            Map.of(
                "host", host(),
                "process", ProcessHandle.current().pid(),
                "renewed_at", clock.instant().toString())));
  }

  private static String host() throws IOException {
    return InetAddress.getLocalHost().getHostName();
  }
}
