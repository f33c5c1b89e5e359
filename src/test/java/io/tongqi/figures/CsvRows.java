package io.tongqi.figures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the rows of a small CSV file without quotes, where the last value may hold commas; an empty
 * value is left out.
 */
final class CsvRows {
  private CsvRows() {}

  static List<Map<String, String>> read(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      String[] header = lines.get(0).split(",", -1);
      List<Map<String, String>> rows = new ArrayList<>();
      for (String line : lines.subList(1, lines.size())) {
        String[] values = line.split(",", header.length);
        Map<String, String> row = new HashMap<>();
        for (int column = 0; column < header.length; column++) {
          if (!values[column].isEmpty()) {
            row.put(header[column], values[column]);
          }
        }
        rows.add(row);
      }
      return rows;
    } catch (IOException fault) {
      throw new UncheckedIOException("Reading " + file, fault);
    }
  }
}
