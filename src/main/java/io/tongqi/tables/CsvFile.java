package io.tongqi.tables;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A CSV file among the resources. */
public final class CsvFile {
  private CsvFile() {}

  /** The rows of a file behind its header, each a text a column. */
  public static List<List<String>> read(String name) {
    CsvParserSettings settings = new CsvParserSettings();
    settings.setHeaderExtractionEnabled(true);
    InputStream file = Objects.requireNonNull(CsvFile.class.getResourceAsStream("/" + name), name);
    return new CsvParser(settings)
        .parseAll(file, StandardCharsets.UTF_8).stream().map(List::of).toList();
  }
}
