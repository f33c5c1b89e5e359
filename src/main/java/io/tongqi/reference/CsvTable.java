package io.tongqi.reference;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import io.tongqi.faults.Faults;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads the rows of a CSV file: UTF-8, commas, one header line. */
public final class CsvTable {
  /** What to correct where a file of reference data is not there. */
  static final String OF_REFERENCE = "the key reference of the settings";

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Path file;
  private final List<String> columns;
  private final Faults faults;

  private CsvTable(Path file, List<String> columns, Faults faults) {
    this.file = file;
    this.columns = columns;
    this.faults = faults;
  }

  /**
   * The rows of a file; none where it is not there, cannot be read or lacks a column, which is a
   * fault as is a row with too many or too few fields.
   *
   * @param columns those that it must have
   * @param named what to correct where there is no such file
   */
  public static List<CsvRow> read(Path file, List<String> columns, String named, Faults faults) {
    CsvTable table = new CsvTable(file, columns, faults);
    try {
      String text = Files.readString(file);
      return table.rows(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    } catch (NoSuchFileException missing) {
      table.fault("does not exist", "create it, or correct " + named);
    } catch (CharacterCodingException undecodable) {
      table.fault("is not UTF-8", "save it as UTF-8");
    } catch (IOException | TextParsingException unreadable) {
      table.fault("cannot be read (" + unreadable + ")", "correct it or make it readable");
    }
    return List.of();
  }

  private List<CsvRow> rows(String text) {
    CsvParser parser = parser();
    parser.beginParsing(new StringReader(text));
    List<String> header =
        Arrays.asList(Objects.requireNonNullElse(parser.parseNext(), new String[0]));
    if (!isUsable(header)) {
      parser.stopParsing();
      return List.of();
    }
    List<CsvRow> rows = new ArrayList<>();
    for (String[] fields = parser.parseNext(); fields != null; fields = parser.parseNext()) {
      long line = parser.getContext().currentLine();
      if (fields.length == header.size()) {
        rows.add(row(line, header, fields));
      } else {
        faults.add(
            file,
            "line " + line,
            "has %d fields, the header %d".formatted(fields.length, header.size()),
            "correct the line");
      }
    }
    if (rows.isEmpty()) {
      fault("has no rows", "add them");
    }
    return rows;
  }

  private boolean isUsable(List<String> header) {
    List<String> missing = columns.stream().filter(column -> !header.contains(column)).toList();
    for (String column : missing) {
      faults.add(
          file,
          "line 1",
          "column %s is missing from \"%s\"".formatted(column, String.join(",", header)),
          "add it");
    }
    return missing.isEmpty();
  }

  private CsvRow row(long line, List<String> header, String[] fields) {
    Map<String, String> values = new HashMap<>();
    for (int column = 0; column < fields.length; column++) {
      values.put(header.get(column), fields[column]);
    }
    return new CsvRow(file, line, values, faults);
  }

  private void fault(String problem, String remedy) {
    faults.add(file, "the file", problem, remedy);
  }

  private static CsvParser parser() {
    CsvParserSettings settings = new CsvParserSettings();
    settings.setLineSeparatorDetectionEnabled(true);
    settings.getFormat().setComment('\0');
    return new CsvParser(settings);
  }
}
