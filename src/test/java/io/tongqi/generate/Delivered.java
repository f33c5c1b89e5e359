package io.tongqi.generate;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Delivered lines as a reader sees them who knows nothing of how they were drawn. */
final class Delivered {
  /** A line of a CSV file by its columns. */
  record Line(Map<String, String> fields) {
    String text(String column) {
      return fields.get(column);
    }

    boolean has(String column) {
      return !text(column).isEmpty();
    }

    LocalDateTime time(String column) {
      return LocalDateTime.parse(text(column).replace(' ', 'T'));
    }

    /** The seconds from one time to another. */
    long seconds(String from, String to) {
      return Duration.between(time(from), time(to)).toSeconds();
    }

    long number(String column) {
      return has(column) ? Long.parseLong(text(column)) : 0;
    }

    /** The number that a code ends with, counted from 0. */
    int index(String column) {
      return Integer.parseInt(text(column).substring(1)) - 1;
    }
  }

  private Delivered() {}

  /** The lines of a CSV file without quotes. */
  static List<Line> lines(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    String[] header = lines.get(0).split(",", -1);
    return lines.stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .map(
            values ->
                new Line(
                    IntStream.range(0, header.length)
                        .boxed()
                        .collect(toMap(column -> header[column], column -> values[column]))))
        .toList();
  }

  /** The lines of all deliveries. */
  static List<Line> all(Path folder) throws IOException {
    List<Line> all = new ArrayList<>();
    for (String name : files(folder.resolve("deliveries")).keySet()) {
      all.addAll(lines(folder.resolve("deliveries").resolve(name)));
    }
    return all;
  }

  /** The text of each file in a folder and below, by its path in it. */
  static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        texts.put(folder.relativize(path).toString(), Files.readString(path));
      }
    }
    return texts;
  }
}
