package io.tongqi.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The texts that the maker is packaged with. */
final class Packaged {
  private Packaged() {}

  /** The bytes of a resource, by its path. */
  static byte[] bytes(String path) {
    try (InputStream stream = Packaged.class.getResourceAsStream("/" + path)) {
      if (stream == null) {
        throw new IllegalStateException(
            "reading the packaged file %s: it is missing; build the tests again".formatted(path));
      }
      return stream.readAllBytes();
    } catch (IOException failure) {
      throw new UncheckedIOException("reading the packaged file " + path, failure);
    }
  }

  /** The rows of a CSV resource without quotes, each by its header. */
  static List<Map<String, String>> rows(String path) {
    List<String> lines = new String(bytes(path), StandardCharsets.UTF_8).lines().toList();
    String[] header = lines.get(0).split(",", -1);
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] values = line.split(",", -1);
      Map<String, String> row = new LinkedHashMap<>();
      for (int index = 0; index < header.length; index++) {
        row.put(header[index], values[index]);
      }
      rows.add(row);
    }
    return rows;
  }
}
