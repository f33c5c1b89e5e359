package io.tongqi.tables;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The comment of a table or column: {@code 中文说明 | English description | unit | definition}, where
 * unit and definition may be left out.
 *
 * @param chinese the description in Chinese
 * @param english the description in English
 * @param unit the unit of the values, such as cases, cents or share
 * @param definition how the values are found
 */
public record Comment(
    String chinese, String english, Optional<String> unit, Optional<String> definition) {

  private static final Pattern SEPARATOR = Pattern.compile("\\|");

  /**
   * Takes a comment apart.
   *
   * @param what whose comment it is, for the error
   * @throws TableException when a description is missing or there are too many parts
   */
  public static Comment parse(String what, String text) {
    List<String> parts = SEPARATOR.splitAsStream(text).map(String::strip).toList();
    if (parts.size() < 2 || parts.size() > 4 || parts.get(0).isEmpty() || parts.get(1).isEmpty()) {
      throw new TableException(
          "Reading the comment of %s: \"%s\" is not of the form".formatted(what, text)
              + " \"中文说明 | English description | unit | definition\"; write at least the first two"
              + " parts.");
    }
    return new Comment(parts.get(0), parts.get(1), part(parts, 2), part(parts, 3));
  }

  /** The comment as it is written. */
  public String text() {
    return Stream.of(Optional.of(chinese), Optional.of(english), unit, definition)
        .map(it -> it.orElse(""))
        .collect(joining(" | "))
        .replaceFirst("(?: \\| )+$", "");
  }

  private static Optional<String> part(List<String> parts, int index) {
    return parts.stream().skip(index).findFirst().filter(part -> !part.isEmpty());
  }
}
