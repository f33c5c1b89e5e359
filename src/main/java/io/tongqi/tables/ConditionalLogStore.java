package io.tongqi.tables;

import io.delta.storage.HadoopFileSystemLogStore;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.util.Arrays;
import java.util.Iterator;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.s3a.AWSServiceIOException;

/**
 * Delta's log on S3. A commit is a conditional write ({@code If-None-Match: *}), so that of several
 * writers of a version one wins, whichever process or thread it is in. Where the answer does not
 * tell who that was (the write landed and its reply was lost, or a repeated write was refused for
 * the first one), what lies there does: no two commits have the same content, since each carries
 * its transaction's own id.
 */
public final class ConditionalLogStore extends HadoopFileSystemLogStore {
  private static final String CONDITIONAL = "fs.option.create.conditional.overwrite";
  private static final int CONFLICT = 409;
  private static final int ATTEMPTS = 10;
  private static final long PAUSE_MILLISECONDS = 100;

  /** Made by Delta. */
  public ConditionalLogStore(Configuration configuration) {
    super(configuration);
  }

  /**
   * Writes a file of the log.
   *
   * @throws FileAlreadyExistsException when another writer's file is there, unless overwriting
   */
  @Override
  public void write(
      Path path, Iterator<String> actions, Boolean overwrite, Configuration configuration)
      throws IOException {
    FileSystem storage = path.getFileSystem(configuration);
    byte[] content = bytes(actions);
    if (overwrite) {
      write(storage.create(path, true), content);
    } else {
      commit(storage, path, content);
    }
  }

  /** A file is seen once it is whole. */
  @Override
  public Boolean isPartialWriteVisible(Path path, Configuration configuration) {
    return false;
  }

  private static byte[] bytes(Iterator<String> actions) throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    while (actions.hasNext()) {
      content.write(actions.next().getBytes(StandardCharsets.UTF_8));
      content.write('\n');
    }
    return content.toByteArray();
  }

  private static void commit(FileSystem storage, Path path, byte[] content) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        FSDataOutputStreamBuilder<?, ?> file = storage.createFile(path);
        file.must(CONDITIONAL, true);
        write(file.build(), content);
        return;
      } catch (IOException unclear) {
        if (isThere(storage, path, content, unclear)) {
          return;
        }
        if (attempt == ATTEMPTS || !isConflict(unclear)) {
          throw unclear;
        }
        pause(unclear);
      }
    }
  }

  private static void write(FSDataOutputStream out, byte[] content) throws IOException {
    try {
      out.write(content);
    } catch (IOException | RuntimeException failure) {
      // To close it would commit what was written so far.
      out.abort();
      throw failure;
    }
    out.close();
  }

  /**
   * Whether a write whose outcome is unclear landed.
   *
   * @throws FileAlreadyExistsException when another one did
   */
  private static boolean isThere(FileSystem storage, Path path, byte[] content, IOException unclear)
      throws IOException {
    try (InputStream found = storage.open(path)) {
      if (Arrays.equals(found.readAllBytes(), content)) {
        return true;
      }
    } catch (FileNotFoundException missing) {
      return false;
    } catch (IOException unreadable) {
      unclear.addSuppressed(unreadable);
      throw unclear;
    }
    FileAlreadyExistsException lost = new FileAlreadyExistsException(path.toString());
    lost.initCause(unclear);
    throw lost;
  }

  /** S3's answer to a write while another one of the same file goes on: it asks to write again. */
  private static boolean isConflict(IOException failure) {
    return failure instanceof AWSServiceIOException refused && refused.statusCode() == CONFLICT;
  }

  private static void pause(IOException conflict) throws IOException {
    try {
      Thread.sleep(PAUSE_MILLISECONDS);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw conflict;
    }
  }
}
