package io.tongqi.settings;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Globs on the path of a file below its source's root: `*` and `?` stay within a folder, `**`
 * crosses folders, and a leading or inner `**` with its slash also stands for no folder at all. A
 * file in a zip archive is matched by its own path and by that of the archive.
 */
final class Glob {
  private static final String ANY_FOLDERS = "**/";

  private static final Pattern ARCHIVE = Pattern.compile("(?i)\\.zip/");

  private Glob() {}

  /**
   * Whether a path matches.
   *
   * @throws java.util.regex.PatternSyntaxException if the glob is malformed
   */
  static boolean matches(String glob, String path) {
    return matches(glob, 0, Path.of(path))
        || archive(path).filter(it -> matches(glob, 0, Path.of(it))).isPresent();
  }

  /** Of a path, or a glob on one, the part up to an archive in it. */
  static Optional<String> archive(String path) {
    Matcher archive = ARCHIVE.matcher(path);
    return archive.find() ? Optional.of(path.substring(0, archive.end() - 1)) : Optional.empty();
  }

  private static boolean matches(String glob, int from, Path path) {
    if (FileSystems.getDefault().getPathMatcher("glob:" + glob).matches(path)) {
      return true;
    }
    int folders = glob.indexOf(ANY_FOLDERS, from);
    if (folders < 0) {
      return false;
    }
    int after = folders + ANY_FOLDERS.length();
    return matches(glob.substring(0, folders) + glob.substring(after), folders, path)
        || matches(glob, after, path);
  }
}
