package io.tongqi.settings;

import java.nio.file.FileSystems;
import java.nio.file.Path;

/**
 * Globs on the path of a file below its source's root: `*` and `?` stay within a folder, `**`
 * crosses folders, and a leading or inner `**` with its slash also stands for no folder at all.
 */
final class Glob {
  private static final String ANY_FOLDERS = "**/";

  private Glob() {}

  /**
   * Whether a path matches.
   *
   * @throws java.util.regex.PatternSyntaxException if the glob is malformed
   */
  static boolean matches(String glob, String path) {
    return matches(glob, 0, Path.of(path));
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
