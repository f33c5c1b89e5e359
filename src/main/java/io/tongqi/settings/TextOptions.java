package io.tongqi.settings;

import io.tongqi.domain.Format;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads how the text of a source is written: `csv`, `encoding`, `encodings`, `timestamps`. */
final class TextOptions {
  private static final List<String> TIMESTAMPS = List.of("yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd");
  private static final String TAB = "\\t";

  private TextOptions() {}

  static CsvOptions csv(Value value, Format format) {
    if (value.isPresent() && format != Format.CSV) {
      value.fault("applies to format csv only", "remove it or correct the format");
    }
    return value.keys().map(TextOptions::csv).orElse(CsvOptions.STANDARD);
  }

  private static CsvOptions csv(Keys keys) {
    CsvOptions standard = CsvOptions.STANDARD;
    CsvOptions options =
        new CsvOptions(
            character(keys.value("delimiter")).orElse(standard.delimiter()),
            character(keys.value("quote")).orElse(standard.quote()),
            character(keys.value("escape")).orElse(standard.escape()),
            keys.value("multiline").truth().orElse(standard.multiline()));
    keys.refuseOthers();
    return options;
  }

  private static Optional<Character> character(Value value) {
    if (value.json().isTextual() && value.json().textValue().length() == 1) {
      return Optional.of(value.json().textValue().charAt(0));
    }
    return value.parsed(TextOptions::character, "one character, or \\t for a tab");
  }

  private static char character(String text) {
    if (!text.equals(TAB)) {
      throw new IllegalArgumentException();
    }
    return '\t';
  }

  static Charset encoding(Value value, Format format) {
    if (value.isPresent() && format == Format.PARQUET) {
      value.fault("does not apply to format parquet", "remove it");
    }
    return Readers.encoding(value).orElse(StandardCharsets.UTF_8);
  }

  /** Encodings by glob, in the order of the file. */
  static Map<String, Charset> encodings(Value value) {
    Map<String, Charset> encodings = new LinkedHashMap<>();
    value
        .byName()
        .forEach(
            (glob, encoding) -> {
              if (!Readers.isGlob(glob)) {
                encoding.fault("is below a malformed glob", "write a glob such as **/*.csv");
              }
              Readers.encoding(encoding).ifPresent(charset -> encodings.put(glob, charset));
            });
    return encodings;
  }

  static List<String> timestamps(Value value) {
    List<String> patterns =
        value.elements().stream()
            .flatMap(element -> Readers.timestampPattern(element).stream())
            .toList();
    return patterns.isEmpty() ? TIMESTAMPS : patterns;
  }
}
