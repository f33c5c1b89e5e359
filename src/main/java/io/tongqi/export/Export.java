package io.tongqi.export;

import com.univocity.parsers.csv.CsvWriter;
import com.univocity.parsers.csv.CsvWriterSettings;
import io.tongqi.faults.SettingsException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.annotation.Nullable;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes rows to a file for other programs, one row after the other, so that nothing is held.
 *
 * @param what the rows are, for messages and the name of a sheet
 * @param zone in which times are shown
 */
public record Export(String what, Dataset<Row> rows, ZoneId zone) {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /** What a spreadsheet takes for a formula, or what hides one. */
  private static final Pattern FORMULA = Pattern.compile("\\A[=+\\-@\\t\\r]");

  private static final int ROWS_AT_A_TIME = 1_000;
  private static final int ROWS_OF_A_SHEET = 1_048_576;
  private static final int LETTERS_OF_A_NAME = 31;
  private static final String DAY = "yyyy-mm-dd";
  private static final String TIME = "yyyy-mm-dd hh:mm:ss";
  private static final DateTimeFormatter SHOWN_TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.MICRO_OF_SECOND, 0, 6, true)
          .toFormatter(Locale.ROOT);

  /** What kind of file. */
  public enum Kind {
    /**
     * Comma-separated values in UTF-8 with a header; text that looks like a formula gets a quote.
     */
    CSV {
      @Override
      void write(Export export, Path file) throws IOException {
        export.writeCsv(file, new byte[0]);
      }
    },
    /** The same with a byte order mark, by which Excel knows UTF-8. */
    CSV_WITH_MARK {
      @Override
      void write(Export export, Path file) throws IOException {
        export.writeCsv(file, BYTE_ORDER_MARK);
      }
    },
    /** One Parquet file. */
    PARQUET {
      @Override
      void write(Export export, Path file) throws IOException {
        export.writeParquet(file);
      }
    },
    /** A workbook of one sheet; numbers, days and times are such. */
    XLSX {
      @Override
      void write(Export export, Path file) throws IOException {
        export.writeWorkbook(file);
      }
    };

    abstract void write(Export export, Path file) throws IOException;
  }

  /**
   * Writes them; the file is there when it is whole.
   *
   * @throws SettingsException when it cannot be written, or a sheet cannot hold the rows
   */
  public void to(Path file, Kind kind) {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      kind.write(this, part);
      Files.move(part, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      throw new SettingsException(
          List.of(
              "exporting %s to %s: %s; name a file that can be written"
                  .formatted(what, file, failure)));
    } finally {
      FileUtils.deleteQuietly(part.toFile());
    }
  }

  private void writeCsv(Path file, byte[] mark) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(mark);
      CsvWriterSettings settings = new CsvWriterSettings();
      settings.getFormat().setLineSeparator("\r\n");
      CsvWriter writer =
          new CsvWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), settings);
      writer.writeHeaders(rows.columns());
      for (Iterator<Row> all = rows.toLocalIterator(); all.hasNext(); ) {
        Row row = all.next();
        Object[] cells = new Object[row.size()];
        for (int column = 0; column < cells.length; column++) {
          cells[column] = cell(row.get(column));
        }
        writer.writeRow(cells);
      }
      writer.close();
    }
  }

  private @Nullable Object cell(@Nullable Object value) {
    if (value instanceof Timestamp time) {
      return SHOWN_TIME.format(time.toInstant().atZone(zone));
    }
    return value instanceof String text ? harmless(text) : value;
  }

  /** A text that a spreadsheet would run becomes one that it shows. */
  static String harmless(String text) {
    return FORMULA.matcher(text).find() ? "'" + text : text;
  }

  private void writeParquet(Path file) throws IOException {
    Path folder = file.resolveSibling(file.getFileName() + ".folder");
    try {
      rows.coalesce(1).write().parquet(folder.toUri().toString());
      try (Stream<Path> parts = Files.list(folder)) {
        Path part =
            parts.filter(it -> it.toString().endsWith(".parquet")).findFirst().orElseThrow();
        Files.move(part, file);
      }
    } finally {
      FileUtils.deleteQuietly(folder.toFile());
    }
  }

  private void writeWorkbook(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "Tongqi", null)) {
      String name = what.substring(0, Math.min(LETTERS_OF_A_NAME, what.length()));
      try (Worksheet sheet = workbook.newWorksheet(name)) {
        write(sheet);
      }
    }
  }

  private void write(Worksheet sheet) throws IOException {
    String[] columns = rows.columns();
    for (int column = 0; column < columns.length; column++) {
      sheet.inlineString(0, column, columns[column]);
      sheet.style(0, column).bold().set();
    }
    int number = 1;
    for (Iterator<Row> all = rows.toLocalIterator(); all.hasNext(); number++) {
      if (number == ROWS_OF_A_SHEET) {
        throw new IOException(
            "a sheet holds no more than %d rows, use csv or parquet, or --where"
                .formatted(ROWS_OF_A_SHEET));
      }
      Row row = all.next();
      for (int column = 0; column < columns.length; column++) {
        write(sheet, number, column, row.get(column));
      }
      if (number % ROWS_AT_A_TIME == 0) {
        sheet.flush();
      }
    }
  }

  private void write(Worksheet sheet, int row, int column, @Nullable Object value) {
    if (value instanceof Number amount) {
      sheet.value(row, column, amount);
    } else if (value instanceof Boolean truth) {
      sheet.value(row, column, truth);
    } else if (value instanceof Date day) {
      sheet.value(row, column, day.toLocalDate());
      sheet.style(row, column).format(DAY).set();
    } else if (value instanceof Timestamp time) {
      sheet.value(row, column, time.toInstant().atZone(zone).toLocalDateTime());
      sheet.style(row, column).format(TIME).set();
    } else if (value != null) {
      sheet.inlineString(row, column, Objects.toString(value));
    }
  }
}
