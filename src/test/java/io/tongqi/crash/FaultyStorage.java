package io.tongqi.crash;

import io.tongqi.crash.Storage.Fault;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/**
 * The local disk under the scheme {@code faulty}, which counts each operation that changes it, and
 * fails at one of them.
 */
final class FaultyStorage extends RawLocalFileSystem {
  private static final AtomicLong OPERATIONS = new AtomicLong();
  private static volatile long failing = Long.MAX_VALUE;
  private static volatile Fault fault = Fault.BEFORE;
  private static volatile boolean isHalted;

  /** What {@code FileContext} asks for. */
  public static final class Context extends DelegateToFileSystem {
    public Context(URI uri, Configuration configuration) throws IOException, URISyntaxException {
      super(uri, initialized(uri, configuration), configuration, "faulty", false);
    }

    private static FaultyStorage initialized(URI uri, Configuration configuration)
        throws IOException {
      FaultyStorage storage = new FaultyStorage();
      storage.initialize(uri, configuration);
      return storage;
    }
  }

  /** Registers the scheme. */
  public static void register(Configuration configuration) {
    configuration.set("fs.faulty.impl", FaultyStorage.class.getName());
    configuration.set("fs.AbstractFileSystem.faulty.impl", Context.class.getName());
  }

  /** From now on fails at that operation, counted from one. */
  public static void failAt(long operation, Fault how) {
    fault = how;
    failing = operation;
    OPERATIONS.set(0);
    isHalted = false;
  }

  /** From now on works; tells how many operations there were. */
  public static long mend() {
    failing = Long.MAX_VALUE;
    isHalted = false;
    return OPERATIONS.getAndSet(0);
  }

  private interface Operation<T> {
    T run() throws IOException;
  }

  private static <T> T change(Operation<T> operation) throws IOException {
    refuseIfHalted();
    if (OPERATIONS.incrementAndGet() != failing) {
      return operation.run();
    }
    if (fault == Fault.FULL) {
      return operation.run();
    }
    isHalted = fault == Fault.HALTED;
    if (fault == Fault.ANSWER_LOST) {
      operation.run();
    }
    throw new IOException("operation %d of the storage fails: %s".formatted(failing, fault));
  }

  private static void refuseIfHalted() throws IOException {
    if (isHalted) {
      throw new IOException("the process was halted");
    }
  }

  @Override
  public URI getUri() {
    return URI.create("faulty:///");
  }

  @Override
  public String getScheme() {
    return "faulty";
  }

  @Override
  public FSDataOutputStream create(
      Path path,
      FsPermission permission,
      boolean overwrite,
      int bufferSize,
      short replication,
      long blockSize,
      Progressable progress)
      throws IOException {
    return written(
        super.create(path, permission, overwrite, bufferSize, replication, blockSize, progress));
  }

  @Override
  public FSDataOutputStream create(
      Path path,
      boolean overwrite,
      int bufferSize,
      short replication,
      long blockSize,
      Progressable progress)
      throws IOException {
    return written(super.create(path, overwrite, bufferSize, replication, blockSize, progress));
  }

  /** A file counts when it is closed, which is when its content is there. */
  private static FSDataOutputStream written(FSDataOutputStream file) throws IOException {
    refuseIfHalted();
    return new FSDataOutputStream(new File(file), null);
  }

  /** Keeps what is written until the file is closed. */
  private static final class File extends OutputStream {
    private final FSDataOutputStream file;
    private final java.io.ByteArrayOutputStream content = new java.io.ByteArrayOutputStream();
    private boolean isClosed;

    File(FSDataOutputStream file) {
      this.file = file;
    }

    @Override
    public void write(int one) {
      content.write(one);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      content.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      if (isClosed) {
        return;
      }
      isClosed = true;
      try {
        if (fault == Fault.FULL && OPERATIONS.get() >= failing - 1) {
          put(content.size() / 2);
          throw new IOException("No space left on device");
        }
        change(() -> put(content.size()));
      } catch (IOException failure) {
        if (fault == Fault.HALF_WRITTEN || fault == Fault.HALTED) {
          put(content.size() / 2);
        }
        throw failure;
      } finally {
        file.close();
      }
    }

    private Void put(int length) throws IOException {
      file.write(content.toByteArray(), 0, length);
      return null;
    }
  }

  @Override
  public boolean rename(Path from, Path to) throws IOException {
    return change(() -> super.rename(from, to));
  }

  @Override
  public boolean delete(Path path, boolean recursive) throws IOException {
    return change(() -> super.delete(path, recursive));
  }

  @Override
  public boolean mkdirs(Path path) throws IOException {
    refuseIfHalted();
    return super.mkdirs(path);
  }

  @Override
  public FSDataInputStream open(Path path, int bufferSize) throws IOException {
    refuseIfHalted();
    return super.open(path, bufferSize);
  }

  @Override
  public FileStatus[] listStatus(Path path) throws IOException {
    refuseIfHalted();
    return super.listStatus(path);
  }
}
