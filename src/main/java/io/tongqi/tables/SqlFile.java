package io.tongqi.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A SQL file among the resources. */
public final class SqlFile {
  private SqlFile() {}

  /**
   * The text of a file below {@code /sql}.
   *
   * @throws IllegalArgumentException when there is no such file
   */
  public static String read(String name) {
    try (InputStream text = SqlFile.class.getResourceAsStream("/sql/" + name)) {
      if (text == null) {
        throw new IllegalArgumentException("no SQL file /sql/" + name);
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
