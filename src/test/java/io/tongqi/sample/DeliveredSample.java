package io.tongqi.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * The sample as a reader sees it who knows nothing of its maker: files, lines that can be booked,
 * lines that cannot.
 */
final class DeliveredSample {
  /** A line of a file by its columns; the renamed headers are brought back by their places. */
  record Line(String file, int number, Map<String, String> fields) {
    String text(String column) {
      return fields.get(column);
    }

    LocalDateTime time(String column) {
      String text = text(column);
      return text.isEmpty() ? null : LocalDateTime.parse(text.replace(' ', 'T'));
    }

    LocalDate day(String column) {
      LocalDateTime time = time(column);
      return time == null ? null : time.toLocalDate();
    }

    long count(String column) {
      return text(column).isEmpty() ? 0 : Long.parseLong(text(column));
    }

    long cents(String column) {
      String text = text(column);
      return text.isEmpty() ? 0 : new java.math.BigDecimal(text).movePointRight(2).longValueExact();
    }
  }

  private static final Map<String, String> COLUMNS =
      Map.of(
          "calls",
          "id,recorded,status,station,category,occurred,reported,arrived,deaths,injuries",
          "cases",
          "id,recorded,status,station,category,reported,filed,cleared,kind,loss,recovered,returned");

  private final Map<String, Set<String>> groups = new HashMap<>();
  private final Map<String, List<Map<String, String>>> stations = new HashMap<>();
  private final Map<String, List<Line>> accepted = new HashMap<>();
  private final Map<String, List<Line>> rejected = new HashMap<>();
  private final Map<String, Integer> linesOfFile = new TreeMap<>();

  DeliveredSample(Path folder) throws IOException {
    for (Map<String, String> row : rows(folder.resolve("reference/categories.csv"))) {
      groups
          .computeIfAbsent(row.get("category"), it -> new HashSet<>())
          .add(row.get("category_group"));
    }
    for (Map<String, String> row : rows(folder.resolve("reference/stations.csv"))) {
      stations.computeIfAbsent(row.get("station"), it -> new ArrayList<>()).add(row);
    }
    for (String source : List.of("calls", "cases")) {
      accepted.put(source, new ArrayList<>());
      rejected.put(source, new ArrayList<>());
      try (Stream<Path> files = Files.list(folder.resolve("deliveries/" + source))) {
        files.sorted().forEach(file -> read(source, file));
      }
    }
  }

  List<Line> accepted(String source) {
    return accepted.get(source);
  }

  List<Line> rejected(String source) {
    return rejected.get(source);
  }

  Map<String, Integer> linesOfFile() {
    return linesOfFile;
  }

  boolean isIn(Line line, String group) {
    return groups.get(line.text("category")).contains(group);
  }

  String district(Line line) {
    return stations.get(line.text("station")).get(0).get("district");
  }

  /** The newest versions recorded by a day, without the withdrawn ones. */
  Collection<Line> known(String source, LocalDate day) {
    Map<String, Line> newest = new LinkedHashMap<>();
    for (Line line : accepted(source)) {
      Line other = newest.get(line.text("id"));
      String recorded = line.text("recorded");
      boolean isNewer = other == null || recorded.compareTo(other.text("recorded")) > 0;
      if (recorded.substring(0, 10).compareTo(day.toString()) <= 0 && isNewer) {
        newest.put(line.text("id"), line);
      }
    }
    newest.values().removeIf(line -> List.of("withdrawn", "撤销").contains(line.text("status")));
    return newest.values();
  }

  static List<Map<String, String>> rows(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    String[] header = lines.get(0).split(",", -1);
    return lines.stream().skip(1).map(line -> fields(header, line.split(",", -1))).toList();
  }

  static byte[] content(Path file) {
    try (InputStream stream = new GZIPInputStream(Files.newInputStream(file))) {
      return stream.readAllBytes();
    } catch (IOException failure) {
      throw new UncheckedIOException("reading " + file, failure);
    }
  }

  private void read(String source, Path file) {
    String name = file.getFileName().toString();
    String[] columns = COLUMNS.get(source).split(",", -1);
    Charset encoding = Charset.forName(name.contains("gb18030") ? "GB18030" : "UTF-8");
    List<String> lines = new String(content(file), encoding).lines().toList();
    linesOfFile.put(name, lines.size() - 1);
    for (int index = 1; index < lines.size(); index++) {
      String[] values = lines.get(index).split(",", -1);
      Line line = new Line(name, index + 1, fields(columns, values));
      boolean isSound = values.length == columns.length && isSound(source, line);
      (isSound ? accepted : rejected).get(source).add(line);
    }
  }

  private boolean isSound(String source, Line line) {
    try {
      LocalDate day = line.day(source.equals("calls") ? "reported" : "filed");
      boolean isCase = source.equals("cases");
      return groups.containsKey(line.text("category"))
          && isOpen(line.text("station"), day)
          && isOpen(line.text("station"), line.day("reported"))
          && line.day("reported").getYear() < 2100
          && !(isCase && line.cents("loss") < 0)
          && !(isCase && isBefore(line.time("cleared"), line.time("filed")))
          && !(isCase && isBefore(line.time("filed"), line.time("reported")))
          && !(!isCase && isBefore(line.time("arrived"), line.time("reported")))
          && !(!isCase && isBefore(line.time("reported"), line.time("occurred")));
    } catch (DateTimeException impossible) {
      return false;
    }
  }

  private boolean isOpen(String station, LocalDate day) {
    return stations.getOrDefault(station, List.of()).stream()
        .anyMatch(
            row ->
                row.get("valid_from").compareTo(day.toString()) <= 0
                    && (row.get("valid_to").isEmpty()
                        || row.get("valid_to").compareTo(day.toString()) >= 0));
  }

  private static boolean isBefore(LocalDateTime time, LocalDateTime other) {
    return time != null && other != null && time.isBefore(other);
  }

  private static Map<String, String> fields(String[] names, String[] values) {
    Map<String, String> fields = new HashMap<>();
    for (int index = 0; index < Math.min(names.length, values.length); index++) {
      fields.put(names[index], values[index]);
    }
    return fields;
  }
}
