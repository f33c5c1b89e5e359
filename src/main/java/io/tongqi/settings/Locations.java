package io.tongqi.settings;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** Paths that a YAML file names. */
final class Locations {
  private static final Pattern WITH_SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:/.*");

  private Locations() {}

  /** Whether a path says on which file system it is. */
  static boolean hasScheme(String path) {
    return WITH_SCHEME.matcher(path).matches();
  }

  /** Any Hadoop path; a relative one is relative to the file that names it. */
  static String anywhere(Path file, String path) {
    return hasScheme(path) ? path : local(file, path).toAbsolutePath().normalize().toString();
  }

  /** A path on this machine's file system; a relative one is relative to the file that names it. */
  static Path local(Path file, String path) {
    return file.resolveSibling(path).normalize();
  }
}
