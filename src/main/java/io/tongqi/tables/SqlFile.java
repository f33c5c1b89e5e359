package io.tongqi.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A SQL file among the resources. */
public final class SqlFile {
  private SqlFile() {}

  /**
   * The text of a file below {@code /sql}, in which a line with {@code ${name}} stands for as many
   * lines as the list of that name has elements, each with one of them in its place.
   *
   * @throws IllegalArgumentException when there is no such file
   */
  public static String read(String name, Map<String, List<String>> lists) {
    String text = read(name);
    for (Map.Entry<String, List<String>> list : lists.entrySet()) {
      String place = "${" + list.getKey() + "}";
      text =
          text.lines()
              .map(line -> line.contains(place) ? repeated(line, place, list.getValue()) : line)
              .collect(Collectors.joining("\n"));
    }
    return text;
  }

  private static String repeated(String line, String place, List<String> elements) {
    String end = line.endsWith(",") ? "," : "";
    String element = line.substring(0, line.length() - end.length());
    return elements.stream()
        .map(it -> element.replace(place, it))
        .collect(Collectors.joining(",\n", "", end));
  }

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
