package io.tongqi.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.ParentNotDirectoryException;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.security.AccessControlException;

/**
 * The right to write a warehouse, which one run has at a time. A run that wants it writes a claim,
 * a file of its own in the warehouse, and has the right once it sees no other claim beside it: of
 * two runs, the one that wrote last sees the other. That needs no more of a storage than that a
 * listing shows what was written before. A run renews its claim as long as it lives; one that was
 * not renewed for {@link #LIFETIME}, or whose process on this host is gone, is removed.
 */
final class Lease implements AutoCloseable {
  /** How long a claim holds without being renewed. */
  static final Duration LIFETIME = Duration.ofMinutes(5);

  private static final long PAUSE_MILLISECONDS = 100;
  private static final int PAUSES = 100;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final FileSystem storage;
  private final Path claim;
  private final InstantSource clock;
  private final ScheduledExecutorService renewal =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "renew lease");
            thread.setDaemon(true);
            return thread;
          });

  private Lease(FileSystem storage, Path warehouse, InstantSource clock) {
    this.storage = storage;
    this.claim = new Path(warehouse, "run-%s.lease".formatted(UUID.randomUUID()));
    this.clock = clock;
  }

  /**
   * Takes the lease of a warehouse.
   *
   * @throws TryAgainException when another run holds it, or the storage does not answer
   * @throws SettingsException when the warehouse cannot be written
   */
  static Lease take(String warehouse, Configuration configuration, InstantSource clock) {
    Path folder = new Path(warehouse);
    try {
      Lease lease = new Lease(folder.getFileSystem(configuration), folder, clock);
      lease.take();
      long half = LIFETIME.dividedBy(2).toSeconds();
      var unused = lease.renewal.scheduleAtFixedRate(lease::renew, half, half, TimeUnit.SECONDS);
      return lease;
    } catch (IOException failure) {
      throw fault(folder, failure);
    }
  }

  private static FaultsException fault(Path warehouse, IOException failure) {
    boolean isForbidden =
        failure instanceof AccessControlException
            || failure instanceof FileNotFoundException
            || failure instanceof FileAlreadyExistsException
            || failure instanceof ParentNotDirectoryException;
    return isForbidden
        ? new SettingsException(
            List.of(
                "taking the lease of %s: the warehouse cannot be written (%s); correct the path or its permissions"
                    .formatted(warehouse, failure.getMessage())))
        : new TryAgainException(
            List.of(
                "taking the lease of %s: the storage failed (%s); run it again when it is back"
                    .formatted(warehouse, failure.getMessage())));
  }

  /** Gives the lease back. */
  @Override
  public synchronized void close() {
    renewal.shutdown();
    try {
      storage.delete(claim, false);
    } catch (IOException failure) {
      throw new UncheckedIOException("giving back the lease " + claim, failure);
    }
  }

  private void take() throws IOException {
    refuse(others());
    write();
    try {
      // Where several claim at once, the first by name waits for the others to step back.
      List<Held> others = others();
      for (int pauses = 0; comesFirst(others) && pauses < PAUSES; pauses++) {
        pause();
        others = others();
      }
      refuse(others);
    } catch (IOException | RuntimeException failure) {
      storage.delete(claim, false);
      throw failure;
    }
  }

  private boolean comesFirst(List<Held> others) {
    return !others.isEmpty()
        && others.stream().allMatch(it -> claim.getName().compareTo(it.file().getName()) < 0);
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLISECONDS);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(
          "taking the lease was interrupted; run it again", interruption);
    }
  }

  private void refuse(List<Held> others) {
    if (!others.isEmpty()) {
      throw new TryAgainException(others.stream().map(Held::text).toList());
    }
  }

  /** The claims of other runs that live; removes those of the others. */
  private List<Held> others() throws IOException {
    FileStatus[] found = storage.globStatus(new Path(claim.getParent(), "run*.lease"));
    List<Held> living = new ArrayList<>();
    for (FileStatus file : found == null ? new FileStatus[0] : found) {
      if (!file.getPath().getName().equals(claim.getName())) {
        Optional<Held> held = held(file);
        if (held.isPresent() && held.get().isAlive(clock.instant())) {
          living.add(held.get());
        } else if (held.isPresent()) {
          storage.delete(file.getPath(), false);
        }
      }
    }
    return living;
  }

  private Optional<Held> held(FileStatus file) throws IOException {
    JsonNode content = MissingNode.getInstance();
    try (InputStream in = storage.open(file.getPath())) {
      content = JSON.readTree(in);
    } catch (FileNotFoundException givenBack) {
      return Optional.empty();
    } catch (JsonProcessingException | ChecksumException beingWritten) {
      // It counts from when the file was touched.
    }
    Instant renewedAt =
        content.has("renewed_at")
            ? Instant.parse(content.get("renewed_at").asText())
            : Instant.ofEpochMilli(file.getModificationTime());
    return Optional.of(
        new Held(
            file.getPath(),
            content.path("host").asText(),
            content.path("process").asLong(),
            renewedAt.plus(LIFETIME)));
  }

  /** The claim of another run. */
  private record Held(Path file, String host, long process, Instant until) {
    boolean isAlive(Instant now) throws IOException {
      boolean isGone = host.equals(localHost()) && ProcessHandle.of(process).isEmpty();
      return now.isBefore(until) && !isGone;
    }

    String text() {
      return "writing the tables: another run holds them, process %s on %s, until %s unless it renews its lease %s; run it again when that run has ended"
          .formatted(process, host, until, file);
    }
  }

  private synchronized void renew() {
    try {
      if (!renewal.isShutdown()) {
        write();
      }
    } catch (IOException failure) {
      System.err.printf(
          "tongqi: renewing the lease %s failed: %s; another run may take over %s after the last renewal%n",
          claim, failure.getMessage(), LIFETIME);
    }
  }

  private void write() throws IOException {
    try (OutputStream out = storage.create(claim, true)) {
      out.write(
          JSON.writeValueAsBytes(
              Map.of(
                  "host", localHost(),
                  "process", ProcessHandle.current().pid(),
                  "renewed_at", clock.instant().toString())));
    }
  }

  private static String localHost() throws IOException {
    return InetAddress.getLocalHost().getHostName();
  }
}
