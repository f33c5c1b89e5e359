package io.tongqi.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.io.FileUtils;
import org.apache.hadoop.conf.Configuration;

/**
 * A local disk.
 *
 * @param scheme under which its files are written
 * @param disk the folder that it is
 */
public record LocalStorage(String scheme, Path disk) implements Storage {
  /** A disk that fails when it is told to, of which a session's configuration learns. */
  public static LocalStorage faulty(Path disk, Configuration configuration) {
    FaultyStorage.register(configuration);
    return new LocalStorage("faulty", disk);
  }

  /** A disk that never fails. */
  public static LocalStorage sound(Path disk) {
    return new LocalStorage("file", disk);
  }

  @Override
  public List<Fault> faults() {
    return List.of(Fault.values());
  }

  @Override
  public String address(String force) {
    return scheme + "://" + folder(force);
  }

  @Override
  public Path folder(String force) {
    return disk.resolve(force);
  }

  @Override
  public void copy(String force, String other) throws IOException {
    FileUtils.deleteDirectory(folder(other).toFile());
    FileUtils.copyDirectory(folder(force).toFile(), folder(other).toFile());
  }

  @Override
  public void failAt(long operation, Fault how) {
    FaultyStorage.failAt(operation, how);
  }

  @Override
  public long mend() {
    return FaultyStorage.mend();
  }
}
