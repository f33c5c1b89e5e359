package io.tongqi.export;

import io.tongqi.faults.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Files of pages, which are there whole or not at all. */
public final class PageFile {
  private PageFile() {}

  /**
   * Writes a page; makes the folders above it.
   *
   * @throws SettingsException when it cannot be written
   */
  public static void write(Path file, String page) {
    Path part = part(file);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(part, page);
      replace(part, file);
    } catch (IOException failure) {
      throw new SettingsException(
          List.of(
              "writing the page %s: %s; name a folder that can be written"
                  .formatted(file, failure)));
    }
  }

  /** Where a file is written before it is whole. */
  static Path part(Path file) {
    return file.resolveSibling(file.getFileName() + ".part");
  }

  /** Puts the whole file in its place. */
  static void replace(Path part, Path file) throws IOException {
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
