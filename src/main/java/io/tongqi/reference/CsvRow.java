package io.tongqi.reference;

import io.tongqi.faults.Faults;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import javax.annotation.Nullable;

/** A row of a CSV file, whose blank fields are null. */
public record CsvRow(Path file, long line, Map<String, String> values, Faults faults) {
  /** Records that something is wrong with the row. */
  void fault(String problem, String remedy) {
    faults.add(file, "line " + line, problem, remedy);
  }

  /** A text; null where it is blank. */
  @Nullable
  public String text(String column) {
    return values.get(column);
  }

  /** A text that must be there; empty text, with a fault, where it is not. */
  public String required(String column) {
    String text = text(column);
    if (text == null) {
      fault(column + " is blank", "fill it in");
      return "";
    }
    return text;
  }

  /** Whether a column, which may be missing, says yes. */
  boolean truth(String column) {
    String text = text(column);
    if (text != null && !text.equals("true") && !text.equals("false")) {
      fault("%s \"%s\" is neither true nor false".formatted(column, text), "write true or false");
    }
    return "true".equals(text);
  }

  /** A date that must be there; null, with a fault, where it is not. */
  @Nullable
  LocalDate requiredDate(String column) {
    return required(column).isEmpty() ? null : date(column);
  }

  /** A date; null where it is blank or, with a fault, no date. */
  @Nullable
  LocalDate date(String column) {
    String text = text(column);
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeException noDate) {
      fault("%s \"%s\" is not a date".formatted(column, text), "write a date such as 2015-01-31");
      return null;
    }
  }

  /**
   * Records a code that another file does not have. A blank one is no matter here, nor is a file
   * without codes, which is a fault of its own.
   */
  void refuseUnknown(String column, Collection<String> known, String where) {
    String code = text(column);
    if (code != null && !known.isEmpty() && !known.contains(code)) {
      fault(
          "%s \"%s\" is not in %s".formatted(column, code, where),
          "correct the code or add it to " + where);
    }
  }
}
